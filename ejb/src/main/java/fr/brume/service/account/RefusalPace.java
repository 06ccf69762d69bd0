package fr.brume.service.account;

import fr.brume.boot.SaidLately;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** Tells the first refusal of a burst from the rest: same account, same address, same reason, within a minute. Safe for threads. */
@ApplicationScoped
public class RefusalPace {
    private static final int REMEMBERED = 4096;

    private final SaidLately said = new SaidLately(InstantSource.system(), Duration.ofMinutes(1), REMEMBERED);

    /** Whether nobody was refused so a moment ago; counts as noted from now on. */
    public boolean isNew(String login, String address, String why) {
        return said.isNew(login + " " + address, why);
    }
}
