package fr.brume.service.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.store.CheckProgress;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationJobsTest {
    private final List<Long> read = new ArrayList<>();
    private final VerificationJobs jobs = new VerificationJobs();
    private final List<Runnable> submitted = new ArrayList<>();
    private Throwable trouble;
    private boolean away;

    VerificationJobsTest() {
        jobs.work = new VerificationWork() {
            @Override
            public boolean run(long versionId, CheckProgress progress) {
                read.add(versionId);
                if (trouble instanceof Error error) {
                    throw error;
                }
                if (trouble instanceof RuntimeException fault) {
                    throw fault;
                }
                return !away;
            }
        };
        jobs.executor = (ManagedExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ManagedExecutorService.class}, (proxy, method, given) -> {
                    submitted.add((Runnable) given[0]);
                    return null;
                });
    }

    @Test
    void aFaultDoesNotEndTheReadingForEver() {
        trouble = new IllegalStateException("a fault");
        read(1);
        trouble = new AssertionError("an error");
        assertThatThrownBy(() -> read(2)).isSameAs(trouble);
        trouble = null;
        read(3);
        assertThat(read).containsExactly(1L, 2L, 3L);
        assertThat(jobs.idle()).isTrue();
    }

    @Test
    void oneThatCannotBeReadLetsTheOthersGoFirst() {
        Instant now = Instant.now();
        away = true;
        read(1);
        away = false;
        read(2);
        assertThat(jobs.idle()).isTrue();
        assertThat(jobs.resting(now)).containsExactly(1L);
        read(1);
        assertThat(read).as("when somebody asks").containsExactly(1L, 2L, 1L);
        assertThat(jobs.resting(now.plus(Duration.ofDays(1)))).isEmpty();
    }

    private void read(long versionId) {
        jobs.add(versionId);
        submitted.remove(0).run();
    }
}
