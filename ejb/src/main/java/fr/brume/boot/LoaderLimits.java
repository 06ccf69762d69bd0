package fr.brume.boot;

import java.util.Optional;

/** What a loader cannot do: such an entry is shown with the reason instead of being left out without a word. */
final class LoaderLimits {
    private static final String UNSIGNED = "reason.unsigned";
    private static final String ONLY_IPXE = "reason.ipxe";

    private LoaderLimits() {}

    /** Why this loader cannot do it, as key of the bundle; empty when it can. */
    static Optional<String> reasonAgainst(MenuFunction function, Loader loader) {
        return switch (function) {
            // Memtest86+ is signed by nobody whom firmware trusts.
            case MEMTEST -> loader == Loader.GRUB_LOCKED ? Optional.of(UNSIGNED) : Optional.empty();
            // What the administrator wrote is iPXE's language.
            case OWN ->
                loader == Loader.IPXE_BIOS || loader == Loader.IPXE_EFI ? Optional.empty() : Optional.of(ONLY_IPXE);
            default -> Optional.empty();
        };
    }
}
