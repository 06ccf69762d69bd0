package fr.brume.service.task;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskState;
import fr.brume.domain.task.Turn;
import fr.brume.service.TestBeans;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueTest extends StoredTasks {
    @Test
    void deploysTakeTheSlotsOfTheNodeInOrderOfCheckIn() {
        List<Long> tasks = List.of(persistTask(host()), persistTask(host()), persistTask(host()), persistTask(host()));
        Instant now = Instant.now();
        for (int i = 0; i < tasks.size(); i++) {
            Instant at = now.plusSeconds(10 - i);
            long id = tasks.get(i);
            database.run(em -> em.find(Task.class, id).checkIn(at));
        }
        assertThat(turn(tasks.get(3))).as("checked in first").isInstanceOf(Turn.Go.class);
        assertThat(turn(tasks.get(0))).isEqualTo(new Turn.Wait(3));
        assertThat(turn(tasks.get(1))).isEqualTo(new Turn.Wait(2));
        assertThat(turn(tasks.get(2))).isInstanceOf(Turn.Go.class);
        assertThat(turn(tasks.get(3))).as("has its slot").isInstanceOf(Turn.Go.class);
        database.run(em -> em.find(Task.class, tasks.get(3)).stall(now));
        assertThat(turn(tasks.get(1))).as("a silent machine holds no slot").isInstanceOf(Turn.Go.class);
    }

    @Test
    void marksSilentMachinesAndHistorySortsByEverything() throws Exception {
        long id = persistTask(host());
        database.run(em -> em.find(Task.class, id).checkIn(Instant.now().minusSeconds(700)));
        database.run(em -> new TestBeans(em).get(TaskWatch.class).markSilent(Instant.now()));
        assertThat(with(s -> s.find(id)).orElseThrow().getTimes().getStalledSince())
                .isNotNull();
        for (TaskQuery.Sort sort : TaskQuery.Sort.values()) {
            assertThat(with(s -> s.history(new TaskQuery("W", sort, false, 0, 5)))
                            .total())
                    .isZero();
        }
        database.run(em -> new TestBeans(em).get(Leftovers.class).clear(Instant.now()));
    }

    private static Turn turn(long id) {
        return database.within(em -> {
            Turn turn = new TestBeans(em).get(Queue.class).turn(id);
            Task task = em.find(Task.class, id);
            if (turn instanceof Turn.Go go && task.getState() == TaskState.CHECKED_IN) {
                task.start(go.node(), Instant.now());
            }
            return turn;
        });
    }
}
