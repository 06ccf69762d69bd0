package fr.brume.domain.machine;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** What a machine says it is made of, as of its last report. Texts are cut to their columns; never null once reported. */
@Embeddable
public class Inventory {
    @Column(name = "INV_MANUFACTURER")
    private String manufacturer;

    @Column(name = "INV_PRODUCT")
    private String product;

    @Column(name = "INV_VERSION")
    private String version;

    @Column(name = "INV_SERIAL")
    private String serial;

    @Column(name = "INV_BIOS_VENDOR")
    private String biosVendor;

    @Column(name = "INV_BIOS_VERSION")
    private String biosVersion;

    @Column(name = "INV_BIOS_DATE")
    private String biosDate;

    @Column(name = "INV_BOARD_MAKER")
    private String boardMaker;

    @Column(name = "INV_BOARD_PRODUCT")
    private String boardProduct;

    @Column(name = "INV_CPU")
    private String cpu;

    @Column(name = "INV_CORES")
    private Integer cores;

    @Column(name = "INV_MEMORY")
    private Long memoryBytes;

    @Column(name = "INV_FIRMWARE")
    private String firmware;

    @Column(name = "INV_DISKS")
    private String disks;

    @Column(name = "INV_UPDATED")
    private Instant updated;

    protected Inventory() {}

    Inventory(InventoryFacts facts, Instant updated) {
        manufacturer = facts.text("sys_vendor");
        product = facts.text("product_name");
        version = facts.text("product_version");
        serial = facts.text("product_serial");
        biosVendor = facts.text("bios_vendor");
        biosVersion = facts.text("bios_version");
        biosDate = facts.text("bios_date");
        boardMaker = facts.text("board_vendor");
        boardProduct = facts.text("board_name");
        cpu = facts.cpu();
        cores = facts.report().cores();
        memoryBytes = facts.report().memoryBytes();
        firmware = facts.firmware();
        disks = facts.disks();
        this.updated = updated;
    }

    public String getManufacturer() {
        return manufacturer;
    }

    public String getProduct() {
        return product;
    }

    public String getVersion() {
        return version;
    }

    public String getSerial() {
        return serial;
    }

    public String getBiosVendor() {
        return biosVendor;
    }

    public String getBiosVersion() {
        return biosVersion;
    }

    public String getBiosDate() {
        return biosDate;
    }

    public String getBoardMaker() {
        return boardMaker;
    }

    public String getBoardProduct() {
        return boardProduct;
    }

    public String getCpu() {
        return cpu;
    }

    /** Logical processors. */
    public Integer getCores() {
        return cores;
    }

    public Long getMemoryBytes() {
        return memoryBytes;
    }

    /** {@code BIOS} or {@code UEFI}. */
    public String getFirmware() {
        return firmware;
    }

    /** One line per disk: device, model, serial, bytes, separated by tabs. */
    public String getDisks() {
        return disks;
    }

    public Instant getUpdated() {
        return updated;
    }
}
