package fr.brume.adapter.loop;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.adapter.support.ThreadContainer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {
    private final ThreadContainer container = new ThreadContainer();

    @Test
    void refusesWhenItsQueueIsFullButNotWhatMustNotBeLost() {
        WorkerPool pool = new WorkerPool(1, 1);

        assertThat(pool.offer(() -> {})).isTrue();
        assertThat(pool.offer(() -> {})).isFalse();
        assertThat(pool.add(() -> {})).isTrue();
        assertThat(pool.waiting()).isEqualTo(2);
    }

    @Test
    void aRequestDoesNotWaitForEveryJob() throws Exception {
        WorkerPool pool = new WorkerPool(1, 1);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 5; i++) {
            pool.add(() -> order.add("job"));
        }
        pool.offer(() -> order.add("request"));
        pool.workers().forEach(container::startWork);
        pool.stop();

        assertThat(pool.workers().get(0).awaitEnd(5)).isTrue();
        assertThat(order).hasSize(6).startsWith("request", "job", "job");
    }

    @Test
    void stopsOnceTheQueueIsEmpty() throws Exception {
        WorkerPool pool = new WorkerPool(2, 100);
        CountDownLatch done = new CountDownLatch(100);
        for (int i = 0; i < 100; i++) {
            pool.offer(done::countDown);
        }
        pool.workers().forEach(container::startWork);
        pool.stop();

        for (LongWork worker : pool.workers()) {
            assertThat(worker.awaitEnd(5)).isTrue();
        }
        assertThat(done.getCount()).isZero();
        assertThat(pool.offer(() -> {})).isFalse();
    }

    @Test
    void aTaskThatFailsDoesNotEndTheWorker() throws Exception {
        WorkerPool pool = new WorkerPool(1, 10);
        CountDownLatch done = new CountDownLatch(1);
        pool.offer(() -> {
            throw new IllegalStateException("on purpose");
        });
        pool.offer(done::countDown);
        pool.workers().forEach(container::startWork);

        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
        pool.stop();
    }

    @Test
    void serialTasksKeepTheirOrderOnSeveralWorkers() throws Exception {
        WorkerPool pool = new WorkerPool(4, 10);
        pool.workers().forEach(container::startWork);
        SerialTasks serial = new SerialTasks(pool);
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(500);
        for (int i = 0; i < 500; i++) {
            int number = i;
            serial.add(() -> {
                seen.add(number);
                done.countDown();
            });
        }

        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).isEqualTo(IntStream.range(0, 500).boxed().toList());
        pool.stop();
    }
}
