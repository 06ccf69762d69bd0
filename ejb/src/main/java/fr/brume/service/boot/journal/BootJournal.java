package fr.brume.service.boot.journal;

import fr.brume.boot.diagnosis.EventAllowance;
import fr.brume.domain.boot.BootEvent;
import fr.brume.service.log.SaidLately;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps what starting machines ask, for the page "Boot diagnostics". Noting never throws and never waits: events go on a bounded
 * queue and are written each second or when a batch is full; what a flood brings beyond its allowance is left out. Safe for threads.
 */
@ApplicationScoped
public class BootJournal {
    private static final System.Logger LOG = System.getLogger(BootJournal.class.getName());
    private static final int CAPACITY = 4096;
    private static final int PER_MACHINE = 240;
    private static final int PER_MINUTE = 12_000;
    private static final Duration SAME = Duration.ofSeconds(2);

    private final BlockingQueue<BootEvent> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final EventAllowance allowance = new EventAllowance(InstantSource.system(), PER_MACHINE, PER_MINUTE);
    private final SaidLately said = new SaidLately(InstantSource.system(), SAME, CAPACITY);
    private final SaidLately troubles = new SaidLately(InstantSource.system(), Duration.ofMinutes(1), 8);
    private final AtomicBoolean planned = new AtomicBoolean();
    private final AtomicBoolean urgent = new AtomicBoolean();

    @Resource
    ManagedScheduledExecutorService executor;

    @EJB
    BootEventService store;

    private record Same(Object protocol, String asked, Object answer, String given) {}

    /** Keeps this event, if it can be kept. */
    public void note(BootEvent event) {
        try {
            String address = event.machine().address();
            String subject = address.isEmpty() ? event.machine().mac() : address;
            Same same = new Same(event.getProtocol(), event.getAsked(), event.getAnswer(), event.getGiven());
            if (said.isNew(event.machine().subject(), same) && allowance.take(subject) && queue.offer(event)) {
                plan();
            }
        } catch (RuntimeException e) {
            trouble("An event of a starting machine was not noted", e);
        }
    }

    private void plan() {
        if (queue.size() >= BootEvent.BATCH && urgent.compareAndSet(false, true)) {
            executor.execute(this::write);
        } else if (planned.compareAndSet(false, true)) {
            executor.schedule(this::write, 1, TimeUnit.SECONDS);
        }
    }

    /** Writes all that waits; on a thread of the container. */
    synchronized void write() {
        planned.set(false);
        urgent.set(false);
        List<BootEvent> batch = new ArrayList<>(BootEvent.BATCH);
        while (queue.drainTo(batch, BootEvent.BATCH) > 0) {
            try {
                store.store(List.copyOf(batch));
            } catch (RuntimeException e) {
                trouble("Events of starting machines were not written", e);
            }
            batch.clear();
        }
    }

    private void trouble(String what, RuntimeException cause) {
        if (troubles.isNew(what, cause.getClass())) {
            LOG.log(System.Logger.Level.WARNING, what, cause);
        }
    }
}
