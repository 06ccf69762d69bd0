package fr.brume.agent.steps;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** A secret that is put into a document at the very end, as bytes: texts of Java cannot be overwritten. */
final class SecretAnswer {
    private final String placeholder = UUID.randomUUID().toString();
    private final byte[] secret;

    /** @param secret in UTF-8, without control characters; overwritten once it was used */
    SecretAnswer(byte[] secret) {
        this.secret = secret;
    }

    /** What stands for it until then. */
    String placeholder() {
        return placeholder;
    }

    /** The document with the secret; whoever gets it overwrites it. */
    byte[] putInto(byte[] document) {
        byte[] escaped = escaped();
        Arrays.fill(secret, (byte) 0);
        byte[] mark = placeholder.getBytes(StandardCharsets.US_ASCII);
        int at = find(document, mark);
        byte[] whole = new byte[document.length - mark.length + escaped.length];
        System.arraycopy(document, 0, whole, 0, at);
        System.arraycopy(escaped, 0, whole, at, escaped.length);
        int behind = at + mark.length;
        System.arraycopy(document, behind, whole, at + escaped.length, document.length - behind);
        Arrays.fill(escaped, (byte) 0);
        return whole;
    }

    /** As XML has it: what it takes for markup is written by name. */
    private byte[] escaped() {
        Wiped bytes = new Wiped(secret.length * 5);
        for (byte b : secret) {
            switch (b) {
                case '&' -> bytes.writeBytes(new byte[] {'&', 'a', 'm', 'p', ';'});
                case '<' -> bytes.writeBytes(new byte[] {'&', 'l', 't', ';'});
                case '>' -> bytes.writeBytes(new byte[] {'&', 'g', 't', ';'});
                default -> bytes.write(b);
            }
        }
        return bytes.taken();
    }

    private static int find(byte[] document, byte[] mark) {
        for (int at = 0; at + mark.length <= document.length; at++) {
            if (Arrays.equals(document, at, at + mark.length, mark, 0, mark.length)) {
                return at;
            }
        }
        throw new IllegalStateException("no placeholder");
    }

    /** A buffer that never grows, and so leaves no copy behind but the one that is taken. */
    private static final class Wiped extends ByteArrayOutputStream {
        Wiped(int size) {
            super(size);
        }

        byte[] taken() {
            byte[] all = toByteArray();
            Arrays.fill(buf, (byte) 0);
            return all;
        }
    }
}
