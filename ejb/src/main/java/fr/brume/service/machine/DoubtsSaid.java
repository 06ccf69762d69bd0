package fr.brume.service.machine;

import fr.brume.domain.machine.IdentityGround;
import fr.brume.protocol.MacAddress;
import fr.brume.service.log.SaidLately;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** Which doubts were written to the audit trail a moment ago, on this server: a machine in a loop fills no trail. Safe for threads. */
@ApplicationScoped
public class DoubtsSaid {
    private static final Duration QUIET = Duration.ofMinutes(10);
    private static final int CAPACITY = 4096;

    private final SaidLately said = new SaidLately(InstantSource.system(), QUIET, CAPACITY);

    /** Whether this is worth a line now; it counts as written from then on. */
    boolean isNew(MacAddress mac, IdentityGround ground) {
        return said.isNew(mac.text(), ground);
    }
}
