package fr.brume.domain.boot;

import fr.brume.domain.IdSource;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.time.Instant;

/** One thing that a starting machine asked and what it was given; never changed. For diagnostics only: all of it is hearsay. */
@Entity
@Table(name = "BOOT_EVENT")
public class BootEvent {
    /** Rows of one batch, which is also how many numbers are taken at once. */
    public static final int BATCH = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "BOOT_EVENT")
    @TableGenerator(
            name = "BOOT_EVENT",
            table = IdSource.TABLE,
            pkColumnValue = "BOOT_EVENT",
            allocationSize = BootEvent.BATCH)
    private Long id;

    @Column(name = "HAPPENED_AT")
    private Instant at;

    @Column(name = "MAC")
    private String mac = "";

    @Column(name = "ADDRESS")
    private String address = "";

    @Column(name = "SYSTEM_UUID")
    private String uuid = "";

    @Column(name = "FIRMWARE")
    private String firmware = "";

    @Column(name = "ARCHITECTURE")
    private String architecture = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "PROTOCOL")
    private BootProtocol protocol;

    @Column(name = "ASKED")
    private String asked = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "ANSWER")
    private BootAnswer answer;

    @Column(name = "GIVEN")
    private String given = "";

    @Enumerated(EnumType.STRING)
    @Column(name = "GROUND")
    private BootGround ground = BootGround.NAME;

    @Column(name = "MILLIS")
    private int millis;

    protected BootEvent() {}

    /**
     * Something asked and answered. Texts from the network are cut to their columns.
     *
     * @param asked name, path or kind of packet
     * @param given name of the file, or of the server that was chosen; empty when the answer says it all
     */
    public BootEvent(
            Instant at, BootMachine machine, BootProtocol protocol, String asked, BootAnswer answer, String given) {
        this.at = at;
        this.mac = cut(machine.mac(), 17);
        this.address = cut(machine.address(), 64);
        this.uuid = cut(machine.uuid(), 36);
        this.firmware = cut(machine.firmware(), 12);
        this.architecture = cut(machine.architecture(), 20);
        this.protocol = protocol;
        this.asked = cut(asked, 255);
        this.answer = answer;
        this.given = cut(given, 255);
    }

    private static String cut(String text, int longest) {
        return text == null ? "" : text.substring(0, Math.min(text.length(), longest));
    }

    /** Says why. */
    public BootEvent because(BootGround why) {
        ground = why;
        return this;
    }

    /** Says how long the answer took to make. */
    public BootEvent took(long milliseconds) {
        millis = (int) Math.max(0, Math.min(Integer.MAX_VALUE, milliseconds));
        return this;
    }

    public Long getId() {
        return id;
    }

    public Instant getAt() {
        return at;
    }

    /** The machine as far as it is known. */
    public BootMachine machine() {
        return new BootMachine(mac, address, uuid, firmware, architecture);
    }

    public BootProtocol getProtocol() {
        return protocol;
    }

    public String getAsked() {
        return asked;
    }

    public BootAnswer getAnswer() {
        return answer;
    }

    /** Name of the file, or of the server chosen; empty when the answer says it all. */
    public String getGiven() {
        return given;
    }

    public BootGround getGround() {
        return ground;
    }

    /** How long the answer took to make, in milliseconds; sending it is not in it. */
    public int getMillis() {
        return millis;
    }
}
