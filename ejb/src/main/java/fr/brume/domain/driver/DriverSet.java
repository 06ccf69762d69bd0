package fr.brume.domain.driver;

import fr.brume.domain.IdSource;
import fr.brume.domain.machine.Inventory;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.regex.Pattern;

/** An archive of drivers for Windows, and which machines get it with a deploy. */
@Entity
@Table(name = "DRIVER_SET")
public class DriverSet {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,58}[A-Za-z0-9])?");

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "DRIVER_SET")
    @TableGenerator(
            name = "DRIVER_SET",
            table = IdSource.TABLE,
            pkColumnValue = "DRIVER_SET",
            allocationSize = IdSource.STEP)
    private Long id;

    @Version
    @Column(name = "LOCK_VERSION")
    private long lockVersion;

    @Column(name = "NAME")
    private String name;

    @Column(name = "MAKER")
    private String maker;

    @Column(name = "MODEL")
    private String model;

    @Column(name = "DIGEST")
    private String digest;

    @Column(name = "FILE_BYTES")
    private long bytes;

    @Column(name = "DRIVERS")
    private int drivers;

    @Column(name = "IS_ENABLED")
    private boolean enabled = true;

    @Column(name = "UPLOADED_BY")
    private String uploadedBy;

    @Column(name = "UPLOADED_AT")
    private Instant uploaded;

    protected DriverSet() {}

    public DriverSet(String name) {
        this.name = name;
    }

    /** Whether a set, and so a folder of Windows, may have this name. */
    public static boolean validName(String name) {
        return NAME.matcher(name).matches();
    }

    /** For which machines it is, as {@link MachinePattern}s. */
    public void meantFor(String makerPattern, String modelPattern) {
        maker = makerPattern;
        model = modelPattern;
    }

    /** Takes another archive. */
    public void replace(DriverArchive archive, String by, Instant at) {
        digest = archive.digest();
        bytes = archive.bytes();
        drivers = archive.drivers();
        uploadedBy = by;
        uploaded = at;
    }

    public void enable(boolean on) {
        enabled = on;
    }

    /** Whether it is for this machine; some makers write the model into the version. */
    public boolean suits(Inventory machine) {
        return machine != null
                && new MachinePattern(maker).matches(machine.getManufacturer())
                && (new MachinePattern(model).matches(machine.getProduct())
                        || new MachinePattern(model).matches(machine.getVersion()));
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public String getMaker() {
        return maker;
    }

    public String getModel() {
        return model;
    }

    /** SHA-256 of the archive, lower-case hexadecimal. */
    public String getDigest() {
        return digest;
    }

    /** Of the archive. */
    public long getBytes() {
        return bytes;
    }

    /** How many it describes. */
    public int getDrivers() {
        return drivers;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public String getUploadedBy() {
        return uploadedBy;
    }

    public Instant getUploaded() {
        return uploaded;
    }
}
