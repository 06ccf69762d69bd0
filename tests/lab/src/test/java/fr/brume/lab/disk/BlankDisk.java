package fr.brume.lab.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Disks as they come from the factory. Thread-safe: has no state. */
public final class BlankDisk {
    private BlankDisk() {}

    /**
     * Makes a disk full of zeros, anew.
     *
     * @param disk file of the disk
     * @param bytes its size
     * @return the disk
     */
    public static Path make(Path disk, long bytes) {
        try {
            Files.deleteIfExists(disk);
            try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
                file.setLength(bytes);
            }
            return disk;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
