package fr.brume.service.log;

import fr.brume.protocol.fault.FailureException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** Says in the log whom the server refused and why, once per address and minute. Safe for threads. */
@ApplicationScoped
public class Refusals {
    private static final System.Logger LOG = System.getLogger(Refusals.class.getName());
    private static final int MOST_CLIENTS = 4096;

    private final SaidLately said = new SaidLately(InstantSource.system(), Duration.ofMinutes(1), MOST_CLIENTS);

    /** Notes a refusal and hands it back, to be thrown. */
    public FailureException note(String clientAddress, String asked, FailureException refusal) {
        if (said.isNew(clientAddress, refusal.failure())) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} asked for {1}: refused, {2}",
                    clientAddress,
                    asked,
                    refusal.failure());
        }
        return refusal;
    }
}
