package fr.brume.boot.plan;

import java.util.Optional;

/** What a loader cannot do: such an entry is shown with the reason instead of being left out without a word. */
final class LoaderLimits {
    private static final String UNSIGNED = "reason.unsigned";
    private static final String ONLY_IPXE = "reason.ipxe";
    private static final String ONLY_GRUB = "reason.grub";

    private LoaderLimits() {}

    /**
     * Why this loader cannot do it, as key of the bundle; empty when it can.
     *
     * @param lines that the administrator wrote for this loader
     */
    static Optional<String> reasonAgainst(MenuFunction function, Loader loader, String lines) {
        return switch (function) {
            // Memtest86+ is signed by nobody whom firmware trusts.
            case MEMTEST -> loader == Loader.GRUB_LOCKED ? Optional.of(UNSIGNED) : Optional.empty();
            case OWN -> lines.isEmpty() ? Optional.of(loader.isGrub() ? ONLY_IPXE : ONLY_GRUB) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
