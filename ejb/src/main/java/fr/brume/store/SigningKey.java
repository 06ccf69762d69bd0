package fr.brume.store;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The key with which a site signs its versions: EC P-256, made when first needed. {@code image-signing.key} (PKCS #8, mode 0600) and
 * {@code image-signing.pub} are PEM files, so that {@code openssl dgst -sha256 -verify} judges a signature without Brume. Safe for
 * threads.
 */
public final class SigningKey {
    private static final String ALGORITHM = "SHA256withECDSA";
    private static final String PRIVATE = "image-signing.key";
    private static final String PUBLIC = "image-signing.pub";

    private static final System.Logger LOG = System.getLogger(SigningKey.class.getName());
    private final Path folder;
    private KeyPair pair;

    /** @param folder that holds the two files, or will */
    public SigningKey(Path folder) {
        this.folder = folder;
    }

    /**
     * Refuses to go on without the key that signed what is stored: a new one would make strangers of all versions.
     *
     * @param images folder that holds one folder per image
     * @throws FailureException IMAGE_SIGNATURE when the key is missing and a signed version exists
     */
    synchronized void requireFor(Path images) throws IOException, FailureException {
        if (pair == null && !Files.exists(folder.resolve(PRIVATE)) && new ImageFolder(images).isAnySigned()) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "{0} is missing, and versions below {1} were signed with it: nothing is captured or deployed"
                            + " until it and {2} are put back from a backup",
                    folder.resolve(PRIVATE),
                    images,
                    PUBLIC);
            throw new FailureException(Failure.IMAGE_SIGNATURE, PRIVATE);
        }
    }

    /** The signature of these bytes, DER. */
    byte[] sign(byte[] content) throws IOException {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair().getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot sign with " + folder.resolve(PRIVATE), e);
        }
    }

    /** Whether this key signed these bytes. */
    boolean verifies(byte[] content, byte[] signed) throws IOException {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(pair().getPublic());
            signature.update(content);
            return signature.verify(signed);
        } catch (java.security.SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot verify with " + folder.resolve(PUBLIC), e);
        }
    }

    private synchronized KeyPair pair() throws IOException, GeneralSecurityException {
        if (pair == null) {
            pair = Files.exists(folder.resolve(PRIVATE)) ? read() : make();
        }
        return pair;
    }

    private KeyPair read() throws IOException, GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("EC");
        PrivateKey secret = factory.generatePrivate(new PKCS8EncodedKeySpec(pem(PRIVATE)));
        PublicKey known = factory.generatePublic(new X509EncodedKeySpec(pem(PUBLIC)));
        return new KeyPair(known, secret);
    }

    /** The secret half comes last: while it is missing nothing was signed, and both are made again. */
    private KeyPair make() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair made = generator.generateKeyPair();
        Files.createDirectories(folder);
        write(PUBLIC, "PUBLIC KEY", made.getPublic().getEncoded());
        write(PRIVATE, "PRIVATE KEY", made.getPrivate().getEncoded());
        return made;
    }

    private void write(String name, String label, byte[] der) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        String text = "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
        Path beside = folder.resolve(name + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(beside, text, StandardCharsets.US_ASCII);
        DurableFiles.sync(beside);
        Files.move(beside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.sync(folder);
    }

    private byte[] pem(String name) throws IOException {
        String text = Files.readString(folder.resolve(name), StandardCharsets.US_ASCII);
        try {
            return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
        } catch (IllegalArgumentException e) {
            throw new IOException(folder.resolve(name) + " is not PEM", e);
        }
    }
}
