package fr.brume.store;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code SHA256SUMS} of a version, signed in {@code SHA256SUMS.sig}: the digest of every other file of the folder, in the form
 * that {@code sha256sum --check} reads.
 */
final class DigestList {
    static final String NAME = "SHA256SUMS";
    static final String SIGNATURE = NAME + ".sig";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([A-Za-z0-9+_.-]{1,160})");
    private static final int LONGEST = 1 << 20;
    private static final int LONGEST_SIGNATURE = 1 << 10;

    private DigestList() {}

    /**
     * Writes and signs the list of a folder that is complete; durable when this returns.
     *
     * @param digests of its files, by name
     * @return SHA-256 of the list, the seal of the version
     * @throws FailureException IMAGE_CORRUPT that names a file which {@link #read} would not accept
     */
    static String write(Path folder, SigningKey key, SortedMap<String, String> digests)
            throws IOException, FailureException {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, String> file : digests.entrySet()) {
            String line = file.getValue() + "  " + file.getKey();
            if (!LINE.matcher(line).matches()) {
                throw new FailureException(Failure.IMAGE_CORRUPT, file.getKey());
            }
            lines.append(line).append('\n');
        }
        byte[] list = lines.toString().getBytes(StandardCharsets.US_ASCII);
        DurableFiles.replace(folder.resolve(SIGNATURE), key.sign(list));
        DurableFiles.replace(folder.resolve(NAME), list);
        return FileDigest.of(list);
    }

    /** The files that the list speaks of, in their order. */
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(NAME) && !name.equals(SIGNATURE))
                    .sorted()
                    .toList();
        }
    }

    /**
     * The digests by name, once the signature was found right.
     *
     * @param seal SHA-256 that the list must have
     * @throws FailureException IMAGE_CORRUPT when the list is not the one that was sealed, IMAGE_SIGNATURE when it is and this key
     *     did not sign it
     */
    static SortedMap<String, String> read(Path folder, SigningKey key, String seal)
            throws IOException, FailureException {
        byte[] list = bytes(folder, NAME, LONGEST);
        if (!FileDigest.of(list).equals(seal)) {
            throw new FailureException(Failure.IMAGE_CORRUPT, NAME);
        }
        // The database vouches for the list: the files may be sound, and the key another one.
        if (!key.verifies(list, bytes(folder, SIGNATURE, LONGEST_SIGNATURE))) {
            throw new FailureException(Failure.IMAGE_SIGNATURE, SIGNATURE);
        }
        SortedMap<String, String> digests = new TreeMap<>();
        for (String line : new String(list, StandardCharsets.US_ASCII).split("\n")) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new FailureException(Failure.IMAGE_CORRUPT, NAME);
            }
            digests.put(parts.group(2), parts.group(1));
        }
        return digests;
    }

    /** The seal of a folder as it stands; empty when it was stored before there were seals. */
    static String seal(Path folder) throws IOException, FailureException {
        return Files.exists(folder.resolve(NAME)) ? FileDigest.of(bytes(folder, NAME, LONGEST)) : "";
    }

    private static byte[] bytes(Path folder, String name, int most) throws IOException, FailureException {
        Path file = folder.resolve(name);
        try {
            if (Files.size(file) > most) {
                throw new FailureException(Failure.IMAGE_CORRUPT, name);
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new FailureException(Failure.IMAGE_CORRUPT, e, name);
        }
    }

    /** Refuses a folder that has other files than the list says. */
    static void requireNames(Path folder, Set<String> expected) throws IOException, FailureException {
        for (String name : expected) {
            if (!Files.isRegularFile(folder.resolve(name))) {
                throw new FailureException(Failure.IMAGE_CORRUPT, name);
            }
        }
        for (String name : names(folder)) {
            if (!expected.contains(name)) {
                throw new FailureException(Failure.IMAGE_CORRUPT, name);
            }
        }
    }
}
