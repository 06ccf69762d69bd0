package fr.brume.protocol.link;

import java.nio.file.Path;

/** The file behind a name: one on disk, bytes made for this request, or a refusal. */
public sealed interface BootFileAnswer {
    /** A file to be sent as it is. */
    record OnDisk(Path path) implements BootFileAnswer {}

    /** Content made for this request; kept in memory until it is sent, 64 KiB at most. */
    record Made(byte[] content) implements BootFileAnswer {}

    /** An error packet: RFC 1350 code and ASCII message. */
    record Refused(int tftpCode, String message) implements BootFileAnswer {}
}
