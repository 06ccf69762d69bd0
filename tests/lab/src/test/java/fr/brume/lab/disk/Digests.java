package fr.brume.lab.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** SHA-256 of files. Thread-safe: has no state. */
public final class Digests {
    private Digests() {}

    /**
     * Digest of one file.
     *
     * @param file file of any size
     * @return lower-case hexadecimal SHA-256
     */
    public static String of(Path file) {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256())) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Digests of all regular files below a folder.
     *
     * @param folder any folder
     * @return digest by relative path
     */
    public static Map<String, String> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<String, String> digests = new TreeMap<>();
            files.filter(Files::isRegularFile)
                    .forEach(file -> digests.put(folder.relativize(file).toString(), of(file)));
            return digests;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
