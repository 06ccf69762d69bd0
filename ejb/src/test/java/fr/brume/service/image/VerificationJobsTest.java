package fr.brume.service.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.store.CheckProgress;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationJobsTest {
    private final List<Long> read = new ArrayList<>();
    private final VerificationJobs jobs = new VerificationJobs();
    private final List<Runnable> submitted = new ArrayList<>();
    private Throwable trouble;

    VerificationJobsTest() {
        jobs.work = new VerificationWork() {
            @Override
            public void run(long versionId, CheckProgress progress) {
                read.add(versionId);
                if (trouble instanceof Error error) {
                    throw error;
                }
                if (trouble instanceof RuntimeException fault) {
                    throw fault;
                }
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

    private void read(long versionId) {
        jobs.add(versionId);
        submitted.remove(0).run();
    }
}
