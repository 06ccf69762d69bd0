package fr.brume.protocol.dhcp;

/** The options that booting needs, by the numbers of RFC 2132, 3004 and 4578. */
public final class OptionCode {
    static final int PAD = 0;
    static final int END = 255;

    /** RFC 2132 section 8.4: encapsulated options of the vendor class. */
    public static final int VENDOR = 43;
    /** RFC 2132 section 9.1: the address that the client had or was offered. */
    public static final int REQUESTED_ADDRESS = 50;
    /** RFC 2132 section 9.3: whether file and sname hold options. */
    public static final int OVERLOAD = 52;
    /** RFC 2132 section 9.6. */
    public static final int MESSAGE_TYPE = 53;
    /** RFC 2132 section 9.7: the server whose offer is taken, or that answers. */
    public static final int SERVER = 54;
    /** RFC 2132 section 9.13. */
    public static final int VENDOR_CLASS = 60;
    /** RFC 2132 section 9.5: the boot file, in place of the field. */
    public static final int BOOT_FILE = 67;
    /** RFC 3004. */
    public static final int USER_CLASS = 77;
    /** RFC 4578 section 2.1. */
    public static final int ARCHITECTURE = 93;
    /** RFC 4578 section 2.3. */
    public static final int MACHINE_ID = 97;
    /** Encapsulated options of iPXE, which was Etherboot. */
    public static final int IPXE = 175;

    private OptionCode() {}
}
