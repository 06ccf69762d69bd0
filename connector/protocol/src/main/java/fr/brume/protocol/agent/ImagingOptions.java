package fr.brume.protocol.agent;

/**
 * How an image is captured and deployed.
 *
 * @param comparison of a deploy with its disk
 * @param verification of a deploy
 * @param freeSpace of a deploy
 * @param earlier whether there is a current version from which a capture takes over what did not change
 * @param encrypted whether transfers go over TLS
 * @param adaptLevel whether a capture compresses less than it was told as long as its processors are what holds it up
 */
public record ImagingOptions(
        ComparisonMode comparison,
        VerificationMode verification,
        FreeSpaceMode freeSpace,
        boolean earlier,
        boolean encrypted,
        boolean adaptLevel) {
    /** As long as nobody chose. */
    public static final ImagingOptions USUAL = new ImagingOptions(
            ComparisonMode.AUTOMATIC, VerificationMode.OFF, FreeSpaceMode.DISCARD, false, false, false);
}
