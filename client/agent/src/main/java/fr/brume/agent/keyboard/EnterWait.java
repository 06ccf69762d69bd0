package fr.brume.agent.keyboard;

import fr.brume.agent.keyboard.Key.Kind;
import fr.brume.agent.progress.Waiting;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A wait that ends when Enter is pressed. A console without keyboard never ends it. */
public final class EnterWait implements Waiting {
    private final Keys keys;
    private final LongSupplier nanos;

    public EnterWait(Keys keys, LongSupplier nanos) {
        this.keys = keys;
        this.nanos = nanos;
    }

    @Override
    public void pause(Duration time) throws FailureException {
        long end = nanos.getAsLong() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - nanos.getAsLong()) {
            Optional<Key> key = keys.next(Duration.ofNanos(left));
            boolean pressed = key.filter(k -> k.kind() == Kind.ENTER).isPresent();
            if (pressed || Thread.currentThread().isInterrupted()) {
                throw new FailureException(Failure.CANCELLED);
            }
        }
    }
}
