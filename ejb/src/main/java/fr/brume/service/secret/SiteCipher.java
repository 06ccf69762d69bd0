package fr.brume.service.secret;

import fr.brume.service.BrumeHome;
import fr.brume.store.DurableFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets of the site at rest: AES-256-GCM (NIST SP 800-38D), with the key in {@code BRUME_HOME/tls/secrets.key} (32 bytes, mode 0600, made
 * when first needed). A copy of the database alone tells nothing. Safe for threads.
 */
@ApplicationScoped
public class SiteCipher {
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Path folder;

    public SiteCipher() {
        this(BrumeHome.folder().resolve("tls"));
    }

    private SiteCipher(Path folder) {
        this.folder = folder;
    }

    /** One whose key is, or will be, in this folder. */
    public static SiteCipher in(Path folder) {
        return new SiteCipher(folder);
    }

    /** The secret as a text for the database. */
    public String seal(byte[] secret) throws IOException {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, new GCMParameterSpec(TAG_BITS, nonce), secret, 0);
        byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return Base64.getEncoder().encodeToString(all);
    }

    /**
     * The secret behind such a text; whoever gets it overwrites it after use.
     *
     * @throws IOException when it is no such text, or the key is not the one that it was sealed with
     */
    public byte[] open(String sealed) throws IOException {
        byte[] all;
        try {
            all = Base64.getDecoder().decode(sealed);
        } catch (IllegalArgumentException e) {
            throw new IOException("not a sealed text", e);
        }
        if (all.length < NONCE + TAG_BITS / Byte.SIZE) {
            throw new IOException("not a sealed text");
        }
        return crypt(Cipher.DECRYPT_MODE, new GCMParameterSpec(TAG_BITS, all, 0, NONCE), all, NONCE);
    }

    private byte[] crypt(int mode, GCMParameterSpec parameters, byte[] content, int from) throws IOException {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key(), "AES"), parameters);
            return cipher.doFinal(content, from, content.length - from);
        } catch (GeneralSecurityException | IllegalArgumentException | UnsupportedOperationException e) {
            // The last: a file system without modes, where no key can be kept from others.
            throw new IOException("cannot use " + file(), e);
        }
    }

    private byte[] key() throws IOException {
        if (!Files.exists(file())) {
            make();
        }
        byte[] key = Files.readAllBytes(file());
        if (key.length != KEY) {
            throw new IOException(file() + " has " + key.length + " bytes instead of " + KEY);
        }
        return key;
    }

    /** On the disk for good before anything is sealed with it. Whoever comes second takes the key of the first. */
    private void make() throws IOException {
        Files.createDirectories(folder);
        byte[] made = new byte[KEY];
        random.nextBytes(made);
        Path beside = Files.createTempFile(
                folder,
                "secrets",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(beside, made);
            DurableFiles.sync(beside);
            linkTo(beside);
        } finally {
            Files.delete(beside);
        }
        DurableFiles.sync(folder);
    }

    private void linkTo(Path beside) throws IOException {
        try {
            Files.createLink(file(), beside);
        } catch (FileAlreadyExistsException e) {
            // Another was faster: its key holds.
        }
    }

    private Path file() {
        return folder.resolve("secrets.key");
    }
}
