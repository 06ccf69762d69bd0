package fr.brume.boot;

import fr.brume.boot.grub.GrubRendering;
import fr.brume.boot.ipxe.IpxeRendering;
import fr.brume.boot.plan.BootRequest;
import fr.brume.boot.rendering.BootSite;
import fr.brume.boot.rendering.Rendering;

/** Chooses the language in which a loader is told its plan. */
public final class Renderings {
    private Renderings() {}

    /** The rendering for the loader that asked. */
    public static Rendering of(BootSite site, BootRequest request) {
        return switch (request.loader()) {
            case IPXE_BIOS, IPXE_EFI -> new IpxeRendering(site, request.platform());
            case GRUB, GRUB_LOCKED -> new GrubRendering(site, request);
        };
    }
}
