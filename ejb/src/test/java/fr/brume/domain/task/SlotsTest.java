package fr.brume.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.storage.StorageNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private final StorageNode small = Samples.node(1, 2);
    private final StorageNode large = Samples.node(2, 10);

    @Test
    void letsAsManyGoAsThereAreFreeSlots() {
        Slots slots = new Slots(List.of(small), Map.of());
        List<Long> waiting = List.of(5L, 6L, 7L);
        assertThat(slots.turn(waiting, 5)).isEqualTo(new Turn.Go(small));
        assertThat(slots.turn(waiting, 6)).isEqualTo(new Turn.Go(small));
        assertThat(slots.turn(waiting, 7)).isEqualTo(new Turn.Wait(3));
    }

    @Test
    void countsFromOneInTheOrderOfCheckIn() {
        Slots full = new Slots(List.of(small), Map.of(1L, 2L));
        assertThat(full.turn(List.of(9L, 4L), 9)).isEqualTo(new Turn.Wait(1));
        assertThat(full.turn(List.of(9L, 4L), 4)).isEqualTo(new Turn.Wait(2));
    }

    @Test
    void servesFromTheNodeWithTheLowestShareInUse() {
        assertThat(new Slots(List.of(small, large), Map.of(1L, 1L, 2L, 4L)).turn(List.of(5L), 5))
                .isEqualTo(new Turn.Go(large));
        assertThat(new Slots(List.of(small, large), Map.of(2L, 4L)).turn(List.of(5L), 5))
                .isEqualTo(new Turn.Go(small));
    }

    @Test
    void aNodeWithMoreAtWorkThanSlotsTakesNothingFromTheOthers() {
        Slots slots = new Slots(List.of(small, large), Map.of(1L, 5L));
        assertThat(slots.free()).isEqualTo(10);
    }

    @Test
    void waitsWithoutNodes() {
        assertThat(new Slots(List.of(), Map.of()).turn(List.of(5L), 5)).isEqualTo(new Turn.Wait(1));
    }
}
