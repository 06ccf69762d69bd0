package fr.brume.bench.region;

/** One way to store an image. */
interface CompressionRun extends AutoCloseable {
    void compress() throws Exception;

    /** Decompresses what the last compression stored. */
    void decompress() throws Exception;

    /** Bytes of the image. */
    long bytes();

    long frames();

    long storedBytes();

    @Override
    void close() throws java.io.IOException;
}
