package fr.brume.protocol.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the digests of the stored regions, by ascending number. Not safe for threads. */
public final class RootDigest {
    private final MessageDigest sha256 = sha256();

    /** Adds the digest of the next stored region. */
    public void add(byte[] regionDigest) {
        sha256.update(regionDigest);
    }

    /** The root, 32 bytes; starts again from nothing. */
    public byte[] value() {
        return sha256.digest();
    }

    /** Lower-case hexadecimal, as it stands in the manifest. */
    public static String text(byte[] root) {
        return HexFormat.of().formatHex(root);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
