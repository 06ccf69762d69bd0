package fr.brume.protocol.dhcp;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a packet says of the machine that boots, none of it proved.
 *
 * @param architecture option 93
 * @param vendorClass option 60, such as {@code PXEClient:Arch:00000:UNDI:002001}; empty when absent
 * @param userClass the first class of option 77, such as {@code iPXE}; empty when absent
 * @param machineId option 97 as 8-4-4-4-12 digits in the order of the packet, which some firmware swaps; empty when absent
 */
public record BootClient(Optional<Architecture> architecture, String vendorClass, String userClass, String machineId) {
    private static final int ID_LENGTH = 17;

    /** Reads the options of a client's packet. */
    public static BootClient of(DhcpPacket packet) {
        DhcpOptions options = packet.options();
        Optional<Architecture> architecture = options.firstNumber(OptionCode.ARCHITECTURE).stream()
                .mapToObj(Architecture::new)
                .findFirst();
        return new BootClient(
                architecture,
                options.text(OptionCode.VENDOR_CLASS),
                options.bytes(OptionCode.USER_CLASS).map(BootClient::firstClass).orElse(""),
                options.bytes(OptionCode.MACHINE_ID).map(BootClient::id).orElse(""));
    }

    /** Whether firmware or a loader sent this to boot by PXE. */
    public boolean pxe() {
        return vendorClass.startsWith("PXEClient");
    }

    /** Whether UEFI firmware sent this to boot by HTTP. */
    public boolean http() {
        return vendorClass.startsWith("HTTPClient");
    }

    /** Whether iPXE sent this. */
    public boolean ipxe() {
        return userClass.equals("iPXE");
    }

    /** Whether this machine boots from the network; anything else is an ordinary client of the site. */
    public boolean boots() {
        return pxe() || http() || ipxe();
    }

    /** RFC 3004 puts a length before each class; iPXE writes its only one without. */
    private static String firstClass(byte[] value) {
        if (value.length > 1 && (value[0] & 255) < value.length) {
            return DhcpOptions.printable(Arrays.copyOfRange(value, 1, 1 + (value[0] & 255)));
        }
        return DhcpOptions.printable(value);
    }

    private static String id(byte[] value) {
        if (value.length != ID_LENGTH || value[0] != 0) {
            return "";
        }
        String digits = HexFormat.of().formatHex(value, 1, ID_LENGTH);
        return digits.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }
}
