package fr.brume.protocol.dhcp;

/**
 * The kind of firmware and processor of a machine that boots: option 93, by the numbers that IANA keeps for RFC 4578.
 *
 * @param code as in the packet
 */
public record Architecture(int code) {
    public static final Architecture BIOS = new Architecture(0);
    public static final Architecture EFI_X64 = new Architecture(7);
    public static final Architecture EFI_ARM64 = new Architecture(11);
    public static final Architecture HTTP_X64 = new Architecture(16);

    /** What runs before the loader. */
    public enum Firmware {
        BIOS,
        UEFI,
        OTHER
    }

    /** The firmware. */
    public Firmware firmware() {
        return switch (code) {
            case 0, 20 -> Firmware.BIOS;
            case 2, 6, 7, 8, 9, 10, 11, 15, 16, 17, 18, 19, 25, 26, 27, 28 -> Firmware.UEFI;
            default -> Firmware.OTHER;
        };
    }

    /** The processor as Linux names it; {@code type} and the number for one that Brume has no name for. */
    public String processor() {
        return switch (code) {
            case 0, 6, 15, 20 -> "i386";
            // RFC 4578 gave 9 to x86-64 and 7 to EFI byte code; firmware does it the other way round, and old firmware
            // as written.
            case 7, 9, 16 -> "x86_64";
            case 10, 18 -> "arm";
            case 11, 19 -> "arm64";
            case 27, 28 -> "riscv64";
            default -> "type " + code;
        };
    }

    /** Whether the firmware loads by HTTP instead of TFTP. */
    public boolean http() {
        return code >= 15 && code <= 20 || code == 26 || code == 28;
    }
}
