package fr.brume.store;

/** Hears how far the check of a staged version has come. */
public interface CheckProgress {
    /**
     * Called after each frame, on the thread of the check.
     *
     * @param done bytes read again
     * @param total bytes to read
     */
    void at(long done, long total);
}
