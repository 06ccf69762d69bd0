package fr.brume.boot;

import fr.brume.protocol.dhcp.Architecture;
import fr.brume.protocol.dhcp.Architecture.Firmware;
import fr.brume.protocol.dhcp.BootClient;
import java.util.Optional;

/** Which file a proxyDHCP offer names, by what the machine says it is. */
public final class ProxyFile {
    private static final String BIOS_LOADER = "undionly.kpxe";
    private static final String SIGNED_SHIM = "shimx64.efi";

    private ProxyFile() {}

    /** The file's name, or its URL for a machine that boots by HTTP; empty where nothing is built for its processor. */
    public static Optional<String> of(BootClient client, BootSite site) {
        Architecture architecture = client.architecture().orElse(Architecture.BIOS);
        boolean x64 = architecture.processor().equals("x86_64");
        if (client.http()) {
            return x64 ? Optional.of(site.httpUrl() + "/boot/file/" + SIGNED_SHIM) : Optional.empty();
        }
        if (client.ipxe()) {
            return Optional.of(NetworkBootProgram.SCRIPT);
        }
        if (architecture.firmware() == Firmware.BIOS) {
            return Optional.of(BIOS_LOADER);
        }
        return x64 ? Optional.of(SIGNED_SHIM) : Optional.empty();
    }
}
