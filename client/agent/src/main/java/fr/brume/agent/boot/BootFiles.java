package fr.brume.agent.boot;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The files of {@code /brume}. The ticket is a secret: it is never printed.
 *
 * @param ticket one-time ticket of this boot, base64url
 * @param pin SHA-256 of the server's SubjectPublicKeyInfo, lower case hexadecimal
 * @param url {@code https://ADDRESS:PORT}
 * @param environment digest of the initramfs that the server offered; empty when unknown
 */
public record BootFiles(String ticket, String pin, URI url, String environment) {
    private static final Pattern TICKET = Pattern.compile("[A-Za-z0-9_-]{16,256}");
    private static final Pattern PIN = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST = 4096;

    /** Reads the four files; a missing or malformed one is a {@link Failure#PROTOCOL_ERROR} that names it. */
    public static BootFiles read(Path folder) throws FailureException {
        String ticket = line(folder, "ticket");
        String pin = line(folder, "pin").toLowerCase(Locale.ROOT);
        require(TICKET.matcher(ticket).matches(), "ticket");
        require(PIN.matcher(pin).matches(), "pin");
        return new BootFiles(ticket, pin, url(line(folder, "url")), optionalLine(folder, "environment"));
    }

    private static URI url(String text) throws FailureException {
        try {
            URI uri = URI.create(text);
            require("https".equals(uri.getScheme()) && uri.getHost() != null, "url");
            return uri;
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.PROTOCOL_ERROR, e, "/brume/url");
        }
    }

    private static String line(Path folder, String name) throws FailureException {
        try {
            Path file = folder.resolve(name);
            require(Files.size(file) <= LONGEST, name);
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new FailureException(Failure.PROTOCOL_ERROR, e, "/brume/" + name);
        }
    }

    private static String optionalLine(Path folder, String name) throws FailureException {
        return Files.exists(folder.resolve(name)) ? line(folder, name) : "";
    }

    private static void require(boolean right, String name) throws FailureException {
        if (!right) {
            throw new FailureException(Failure.PROTOCOL_ERROR, "/brume/" + name);
        }
    }

    @Override
    public String toString() {
        return "BootFiles[" + url + "]";
    }
}
