package fr.brume.agent.server;

import fr.brume.protocol.agent.Session;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import jakarta.json.bind.JsonbException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * The session of this boot in a file of the memory-backed root, for an agent that is started again because the one before it
 * was killed: its ticket is used up, and shown a second time it would look stolen. The file is empty from when the ticket
 * leaves until the session is there, is its owner's alone, and ends with the boot. Not safe for threads.
 */
public final class KeptSession {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;
    private final Path unfinished;

    /** @param folder of this boot, {@code /brume} */
    public KeptSession(Path folder) {
        this.file = folder.resolve("session");
        this.unfinished = folder.resolve("session.new");
    }

    /**
     * What an agent before this one kept; empty when none showed the ticket.
     *
     * @throws FailureException TICKET_UNANSWERED when one showed it and did not live to keep the answer
     */
    Optional<Session> find() throws FailureException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonPost.JSON.fromJson(Files.readString(file), Session.class));
        } catch (IOException | JsonbException e) {
            throw new FailureException(Failure.TICKET_UNANSWERED, e);
        }
    }

    /** The ticket is about to be shown. */
    void ticketLeaves() throws FailureException {
        try {
            Files.createFile(file, OWNER_ONLY);
        } catch (IOException e) {
            throw new FailureException(Failure.INTERNAL, e);
        }
    }

    /** Nobody took the ticket: it may be shown again. */
    void ticketStays() throws FailureException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new FailureException(Failure.INTERNAL, e);
        }
    }

    void keep(Session session) throws FailureException {
        try {
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, OWNER_ONLY);
            Files.writeString(unfinished, JsonPost.JSON.toJson(session));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new FailureException(Failure.INTERNAL, e);
        }
    }
}
