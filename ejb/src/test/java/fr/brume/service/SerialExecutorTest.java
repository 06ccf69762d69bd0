package fr.brume.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class SerialExecutorTest {
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final SerialExecutor serial = new SerialExecutor(this::submit);
    private boolean closed;

    private void submit(Runnable job) {
        if (closed) {
            throw new RejectedExecutionException("closed");
        }
        threads.add(job);
    }

    @Test
    void oneAtATimeInTheirOrder() {
        serial.execute(() -> {
            serial.execute(() -> done.add("third"));
            assertThat(threads).isEmpty();
            done.add("first");
        });
        serial.execute(() -> done.add("second"));
        for (int job = 0; job < 3; job++) {
            assertThat(threads).hasSize(1);
            threads.remove().run();
        }
        assertThat(done).containsExactly("first", "second", "third");
        assertThat(threads).isEmpty();
    }

    @Test
    void whatThrowsDoesNotStopTheNext() {
        serial.execute(() -> {
            throw new IllegalStateException("a fault");
        });
        serial.execute(() -> {
            throw new AssertionError("an error");
        });
        serial.execute(() -> done.add("third"));
        assertThatThrownBy(() -> threads.remove().run()).hasMessage("a fault");
        assertThatThrownBy(() -> threads.remove().run()).hasMessage("an error");
        threads.remove().run();
        assertThat(done).containsExactly("third");
    }

    @Test
    void whatFindsNoThreadIsForgottenAndTheNextIsNot() {
        closed = true;
        assertThatThrownBy(() -> serial.execute(() -> done.add("first")))
                .isInstanceOf(RejectedExecutionException.class);
        closed = false;
        serial.execute(() -> done.add("second"));
        threads.remove().run();
        assertThat(done).containsExactly("second");
        assertThat(threads).isEmpty();
    }

    @Test
    void whoWaitsIsDoneEvenWhenTheThreadsTakeNoMore() {
        serial.execute(() -> {
            closed = true;
            throw new IllegalStateException("a fault");
        });
        serial.execute(() -> done.add("second"));
        serial.execute(() -> done.add("third"));
        assertThatThrownBy(() -> threads.remove().run()).hasMessage("a fault");
        assertThat(done).containsExactly("second", "third");
        assertThat(threads).isEmpty();

        closed = false;
        serial.execute(() -> done.add("fourth"));
        threads.remove().run();
        assertThat(done).containsExactly("second", "third", "fourth");
    }
}
