package fr.brume.store;

/** Hears how far the reading of a version has come. */
public interface CheckProgress {
    /**
     * Called after each frame, or megabyte of another file, on the thread that reads.
     *
     * @param done bytes read
     * @param total bytes to read
     */
    void at(long done, long total);
}
