package fr.brume.boot.file;

import fr.brume.boot.rendering.BootSite;
import fr.brume.protocol.dhcp.Architecture;
import fr.brume.protocol.dhcp.Architecture.Firmware;
import fr.brume.protocol.dhcp.BootClient;
import java.util.Optional;

/** Which file a proxyDHCP offer names, by what the machine says it is. */
public final class ProxyFile {
    /** The name behind which TFTP gives each kind of machine what the site wants for it. */
    private static final String SHARED = "undionly.kpxe";

    private ProxyFile() {}

    /**
     * The file's name, or its URL for a machine that boots by HTTP; empty where nothing is built for its processor.
     *
     * @param uefiLoader first file of UEFI machines
     */
    public static Optional<String> of(BootClient client, BootSite site, String uefiLoader) {
        Architecture architecture = client.architecture().orElse(Architecture.BIOS);
        boolean x64 = architecture.processor().equals("x86_64");
        if (client.http()) {
            return x64 ? Optional.of(site.httpUrl() + "/boot/file/" + uefiLoader) : Optional.empty();
        }
        if (client.ipxe()) {
            return Optional.of(NetworkBootProgram.SCRIPT);
        }
        return x64 || architecture.firmware() == Firmware.BIOS ? Optional.of(SHARED) : Optional.empty();
    }
}
