package fr.brume.service.boot.ticket;

import fr.brume.boot.ticket.SentLately;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The tickets that went out by TFTP a moment ago. In memory only, and not longer than packets wander. Safe for threads. */
@ApplicationScoped
public class TicketsSent {
    private static final Duration WANDERING = Duration.ofSeconds(10);
    private static final int MOST = 256;

    private final SentLately<Fetch, byte[]> sent = new SentLately<>(InstantSource.system(), WANDERING, MOST);

    /** One fetch: a loader takes another port for each file, and the same ports again only after its next start. */
    public record Fetch(String ticketId, String address, int port) {}

    /** What this fetch was answered with a moment ago. */
    public Optional<byte[]> find(Fetch fetch) {
        return sent.find(fetch);
    }

    /** This fetch was answered with this. */
    public void keep(Fetch fetch, byte[] archive) {
        sent.keep(fetch, archive);
    }
}
