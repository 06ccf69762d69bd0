package fr.brume.boot.ticket;

import java.nio.charset.StandardCharsets;

/**
 * The second initrd of a boot: what the agent must know and nobody should read on a kernel line.
 *
 * @param ticket one-time, base64url
 * @param pin lower case hexadecimal SHA-256 of the public key (SubjectPublicKeyInfo) of the server
 * @param url of the server for the agent
 * @param environment lower case hexadecimal SHA-256 of the first initrd
 */
public record TicketArchive(String ticket, String pin, String url, String environment) {
    private static final int OWNER_ONLY_DIRECTORY = 0700;
    private static final int OWNER_READS = 0400;

    /** The cpio archive; about a kilobyte, far below the 50 KB at which GRUB stalls. */
    public byte[] bytes() {
        CpioArchive archive = new CpioArchive().directory("brume", OWNER_ONLY_DIRECTORY);
        add(archive, "brume/ticket", ticket);
        add(archive, "brume/pin", pin);
        add(archive, "brume/url", url);
        add(archive, "brume/environment", environment);
        return archive.finish();
    }

    private static void add(CpioArchive archive, String name, String line) {
        archive.file(name, OWNER_READS, (line + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Without the ticket: records print their fields, and logs print records. */
    @Override
    public String toString() {
        return "TicketArchive[url=" + url + "]";
    }
}
