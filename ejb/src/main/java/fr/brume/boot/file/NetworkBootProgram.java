package fr.brume.boot.file;

import fr.brume.boot.client.ClientKind;
import java.util.Locale;
import java.util.Set;

/**
 * The first file a machine asks for. A site's DHCP server names one file for all machines, mostly {@code undionly.kpxe}; what
 * stands behind that name depends on who asks.
 */
public final class NetworkBootProgram {
    /** The script that is also served under its own name. */
    public static final String SCRIPT = "boot.ipxe";

    private static final Set<String> SHARED =
            Set.of("undionly.kpxe", "undionly.kkpxe", "undionly.pxe", "ipxe.pxe", "ipxe.kpxe", "pxelinux.0", "default");
    private static final Set<String> EFI = Set.of("ipxe.efi", "snponly.efi");

    private NetworkBootProgram() {}

    /** What stands behind a name. */
    public sealed interface Content {
        /** The script that leads iPXE to the boot plan. */
        record ChainScript() implements Content {}

        /** A file of the boot folder. */
        record Plain(BootFileName name) implements Content {}

        /** Nothing: the machine is to go on to its disk. */
        record LeftAlone() implements Content {}

        /** Nothing: no loader is built for this machine's processor. */
        record NoLoader() implements Content {}
    }

    /** Whether this is what firmware asks for before anything of Brume runs on the machine. */
    public static boolean isFirst(BootFileName name) {
        return dependsOnClient(name) || name.text().equals("shimx64.efi");
    }

    /** Whether the kind of client matters for this name. */
    public static boolean dependsOnClient(BootFileName name) {
        String key = name.text().toLowerCase(Locale.ROOT);
        return SHARED.contains(key) || EFI.contains(key);
    }

    /**
     * What this kind of client gets under this name. A name that ends in {@code .efi} was chosen for UEFI machines by the site,
     * so only iPXE, which would load itself again, gets something else.
     *
     * @param uefiLoader file for UEFI clients that ask for a shared name
     */
    public static Content contentFor(BootFileName name, ClientKind kind, BootFileName uefiLoader) {
        String key = name.text().toLowerCase(Locale.ROOT);
        if (key.equals(SCRIPT) || dependsOnClient(name) && kind == ClientKind.IPXE) {
            return new Content.ChainScript();
        }
        if (kind == ClientKind.OTHER_UEFI && dependsOnClient(name)) {
            return new Content.NoLoader();
        }
        if (!SHARED.contains(key)) {
            return new Content.Plain(name);
        }
        return new Content.Plain(kind == ClientKind.UEFI ? uefiLoader : new BootFileName("undionly.kpxe"));
    }
}
