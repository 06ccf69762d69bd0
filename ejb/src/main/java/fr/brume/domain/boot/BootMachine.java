package fr.brume.domain.boot;

/**
 * What is known of a machine that starts, none of it proved; every part may be empty.
 *
 * @param mac six pairs of lower case hexadecimal digits with colons
 * @param address numeric, as it came
 * @param uuid of its mainboard
 * @param firmware {@code BIOS}, {@code UEFI} or {@code iPXE} where the loader is all that shows
 * @param architecture of its processor as Linux names it
 */
public record BootMachine(String mac, String address, String uuid, String firmware, String architecture) {
    /** A machine known by its address alone. */
    public static BootMachine at(String address) {
        return new BootMachine("", address, "", "", "");
    }

    /** The same with this firmware. */
    public BootMachine running(String otherFirmware) {
        return new BootMachine(mac, address, uuid, otherFirmware, architecture);
    }

    /** What tells this machine from others: its MAC address, or else where it is. */
    public String subject() {
        return mac.isEmpty() ? address : mac;
    }
}
