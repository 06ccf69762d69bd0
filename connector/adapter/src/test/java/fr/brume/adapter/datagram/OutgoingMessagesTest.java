package fr.brume.adapter.datagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutgoingMessagesTest {
    private static final int COUNT = 70;

    private final OutgoingMessages outgoing = new OutgoingMessages(COUNT, 2048);

    private void put(int receiver, int... sizes) {
        for (int size : sizes) {
            outgoing.room(size).limit(size);
            outgoing.put(receiver);
        }
    }

    private void putMany(int count, int size) {
        for (int i = 0; i < count; i++) {
            put(1, size);
        }
    }

    /** Packets behind each message. */
    private List<Integer> arranged(int from, boolean together) {
        List<Integer> ends = new ArrayList<>();
        int count = outgoing.arrange(from, together);
        for (int i = 0; i < count; i++) {
            ends.add(outgoing.end(i));
        }
        return ends;
    }

    @Test
    void whatGoesToOnePeerInARowIsOneMessage() {
        put(1, 100, 100);
        put(2, 100);
        put(1, 100);
        assertThat(arranged(0, true)).containsExactly(2, 3, 4);
        assertThat(arranged(1, true)).containsExactly(2, 3, 4);
        assertThat(arranged(0, false)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void onlyTheLastMayBeShorter() {
        put(1, 100, 100, 7, 100, 101, 0);
        assertThat(arranged(0, true)).containsExactly(3, 4, 5, 6);
    }

    @Test
    void takesNoMoreThanTheKernelDoes() {
        putMany(COUNT, 4);
        assertThat(arranged(0, true)).containsExactly(64, 70);
        assertThat(outgoing.room(4)).isNull();
    }

    @Test
    void aMessageIsNoLongerThanAPacketOfTheNetworkCanBe() {
        putMany(COUNT, 1472);
        assertThat(arranged(0, true)).containsExactly(44, 70);
    }

    @Test
    void whatNoFrameHoldsGoesByItself() {
        put(1, 1473, 1473);
        assertThat(arranged(0, true)).containsExactly(1, 2);
    }

    @Test
    void canBeUsedAgain() {
        put(1, 100, 100);
        outgoing.clear();
        assertThat(arranged(0, true)).isEmpty();
        put(3, 5);
        assertThat(arranged(0, true)).containsExactly(1);
    }
}
