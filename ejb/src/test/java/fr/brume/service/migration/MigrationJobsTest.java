package fr.brume.service.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.protocol.fault.Failure;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class MigrationJobsTest {
    private final MigrationJobs jobs = new MigrationJobs();
    private final Deque<Runnable> submitted = new ArrayDeque<>();

    MigrationJobsTest() {
        jobs.work = new MigrationWork() {
            @Override
            public void run(MigrationOrder order, MigrationProgress progress) {
                progress.at(MigrationJob.State.RUNNING, 1, 2);
                if (((MigrationOrder.Export) order).versionId() == 1) {
                    throw new AssertionError("an error");
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
    void anErrorFailsItsJobAndNotTheNext() {
        jobs.add(new MigrationOrder.Export(1, Path.of("one")));
        jobs.add(new MigrationOrder.Export(2, Path.of("two")));
        assertThatThrownBy(() -> submitted.remove().run()).hasMessage("an error");
        assertThat(jobs.idle()).isFalse();
        submitted.remove().run();
        assertThat(jobs.list())
                .extracting(MigrationJob::state)
                .containsExactly(MigrationJob.State.DONE, MigrationJob.State.FAILED);
        assertThat(jobs.list().get(1).failure().failure()).isEqualTo(Failure.INTERNAL);
        assertThat(jobs.idle()).isTrue();
    }
}
