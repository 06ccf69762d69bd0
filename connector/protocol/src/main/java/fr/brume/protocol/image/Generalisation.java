package fr.brume.protocol.image;

/**
 * What Windows itself says of its readiness for other machines ("Windows Setup States" of Microsoft: the value {@code ImageState}),
 * from nothing to worry about to the worst.
 */
public enum Generalisation {
    /** There is no Windows. */
    NO_WINDOWS,
    /** {@code sysprep /generalize} was its last work: it gets its identity at the next start, and reads an answer file then. */
    GENERALISED,
    /** It says nothing, as before Windows Vista, or could not be read. */
    UNKNOWN,
    /** It has the identity of its machine, which every copy will have too, and reads no answer file. */
    NOT_GENERALISED;

    private static final String READY = "IMAGE_STATE_GENERALIZE_RESEAL_TO_";

    /** @param imageState value of Windows; empty when there is none */
    public static Generalisation of(String imageState) {
        if (imageState.isEmpty()) {
            return UNKNOWN;
        }
        return imageState.startsWith(READY) ? GENERALISED : NOT_GENERALISED;
    }

    /** The one that matters more. */
    public Generalisation worse(Generalisation other) {
        return other.compareTo(this) > 0 ? other : this;
    }
}
