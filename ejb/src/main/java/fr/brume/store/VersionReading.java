package fr.brume.store;

import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** Reads the files of a version, each once. */
final class VersionReading {
    /** Reads one file. */
    interface Reader {
        /**
         * Called once for each file.
         *
         * @param done hears the bytes read so far of this file
         * @return its SHA-256 as {@link FileDigest} writes it
         */
        String read(String name, LongConsumer done) throws IOException, FailureException;
    }

    private VersionReading() {}

    /** The digests of these files by name, read in the order in which they are given. */
    static SortedMap<String, String> digests(
            Path folder, Collection<String> names, Reader reader, CheckProgress progress)
            throws IOException, FailureException {
        long total = 0;
        for (String name : names) {
            total += Files.size(folder.resolve(name));
        }
        long all = total;
        long before = 0;
        SortedMap<String, String> digests = new TreeMap<>();
        for (String name : names) {
            long base = before;
            digests.put(name, reader.read(name, done -> progress.at(base + done, all)));
            before += Files.size(folder.resolve(name));
        }
        progress.at(all, all);
        return digests;
    }
}
