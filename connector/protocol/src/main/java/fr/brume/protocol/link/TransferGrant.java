package fr.brume.protocol.link;

import fr.brume.protocol.fault.Failure;
import java.nio.file.Path;

/** What a session may do on the transfer socket once it has proved its key. */
public sealed interface TransferGrant {
    /** Key of the HMAC challenge, 32 bytes. */
    record Read(byte[] key, long taskId, Path version) implements TransferGrant {}

    /** Staged version that takes the regions, the key of the challenge, and the bytes that must stay free on its disk. */
    record Write(byte[] key, long taskId, Path stagedVersion, long reserveBytes) implements TransferGrant {}

    /** Nothing; the client hears this failure. */
    record Refused(Failure failure) implements TransferGrant {}
}
