package fr.brume.service.account;

import fr.brume.domain.account.User;
import fr.brume.service.log.SaidLately;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Slows down who guesses passwords at machines: by machine, by the address it comes from, by account, and all of them
 * together, since hashing a password is slow on purpose. Kept in this server's memory: a restart forgives, the lock of the
 * account, which is stored, does not. Safe for threads.
 */
@ApplicationScoped
public class MachineThrottle {
    static final int FREE_OF_MACHINE = 5;
    private static final int FREE_OF_ADDRESS = 30;
    private static final int FREE_OF_ACCOUNT = 10;
    private static final int FREE_IN_ALL = 300;
    private static final int REMEMBERED = 4096;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LONGEST_IN_ALL = Duration.ofSeconds(10);
    private static final Duration MEMORY = Duration.ofMinutes(15);
    private static final Duration BURST = Duration.ofMinutes(1);
    private static final String ALL = "";

    private record Limit(FailureBackoff backoff, String subject) {}

    private final InstantSource clock;
    private final FailureBackoff machines;
    private final FailureBackoff addresses;
    private final FailureBackoff accounts;
    private final FailureBackoff all;
    private final SaidLately said;

    public MachineThrottle() {
        this(InstantSource.system());
    }

    MachineThrottle(InstantSource clock) {
        this.clock = clock;
        machines = new FailureBackoff(FREE_OF_MACHINE, LONGEST, MEMORY, REMEMBERED);
        addresses = new FailureBackoff(FREE_OF_ADDRESS, LONGEST, MEMORY, REMEMBERED);
        accounts = new FailureBackoff(FREE_OF_ACCOUNT, LONGEST, MEMORY, REMEMBERED);
        all = new FailureBackoff(FREE_IN_ALL, LONGEST_IN_ALL, MEMORY, 1);
        said = new SaidLately(clock, BURST, REMEMBERED);
    }

    /**
     * Lets an attempt in, which counts from then on, or says how long to wait.
     *
     * @param machine its MAC address
     * @param address it comes from
     * @param login as typed
     * @return zero when it is let in
     */
    public synchronized Duration admit(String machine, String address, String login) {
        List<Limit> limits = limits(machine, address, login);
        Instant now = clock.instant();
        Duration left = limits.stream()
                .map(limit -> limit.backoff().left(limit.subject(), now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (left.isZero()) {
            limits.forEach(limit -> limit.backoff().attempt(limit.subject(), now));
        }
        return left;
    }

    /** The password was right. */
    public synchronized void succeeded(String machine, String address, String login) {
        machines.forgive(machine);
        accounts.forgive(User.loginKey(login));
        Instant now = clock.instant();
        addresses.takeBack(address, now);
        all.takeBack(ALL, now);
    }

    /** Whether this refusal is the first of its kind on this machine for a while, and so worth a line in the audit trail. */
    public boolean isFirstRefusal(String machine, String why) {
        return said.isNew(machine, why);
    }

    private List<Limit> limits(String machine, String address, String login) {
        return List.of(
                new Limit(machines, machine),
                new Limit(addresses, address),
                new Limit(accounts, User.loginKey(login)),
                new Limit(all, ALL));
    }
}
