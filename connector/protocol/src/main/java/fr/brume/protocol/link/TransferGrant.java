package fr.brume.protocol.link;

import fr.brume.protocol.fault.Failure;
import java.nio.file.Path;
import java.util.Optional;

/** What a session may do on the transfer socket once it has proved its key. */
public sealed interface TransferGrant {
    /** How fast that may be. */
    default Pace pace() {
        return Pace.FREE;
    }

    /** Version to be read, and the key of the HMAC challenge, 32 bytes. */
    record Read(byte[] key, long taskId, Path version, Pace pace) implements TransferGrant {
        /** As fast as it goes. */
        public Read(byte[] key, long taskId, Path version) {
            this(key, taskId, version, Pace.FREE);
        }
    }

    /**
     * Staged version that takes the regions, the key of the challenge, and the bytes that must stay free on its disk.
     *
     * @param earlier the version whose regions may be taken over; empty when all must travel
     */
    record Write(
            byte[] key, long taskId, Path stagedVersion, long reserveBytes, Optional<EarlierVersion> earlier, Pace pace)
            implements TransferGrant {
        /** All must travel, as fast as it goes. */
        public Write(byte[] key, long taskId, Path stagedVersion, long reserveBytes) {
            this(key, taskId, stagedVersion, reserveBytes, Optional.empty());
        }

        /** As fast as it goes. */
        public Write(byte[] key, long taskId, Path stagedVersion, long reserveBytes, Optional<EarlierVersion> earlier) {
            this(key, taskId, stagedVersion, reserveBytes, earlier, Pace.FREE);
        }
    }

    /**
     * A committed version of the same image.
     *
     * @param folder of it
     * @param level at which regions put together from it are compressed
     */
    record EarlierVersion(Path folder, int level) {}

    /** Nothing; the client hears this failure. */
    record Refused(Failure failure) implements TransferGrant {}
}
