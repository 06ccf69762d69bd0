package fr.brume.protocol.image;

/**
 * A stretch of the content of a region: of its used blocks in order.
 *
 * @param offset first byte
 * @param length bytes
 */
public record ContentRange(int offset, int length) {
    /** In messages: two u32. */
    public static final int BYTES = 8;
}
