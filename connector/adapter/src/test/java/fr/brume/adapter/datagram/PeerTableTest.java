package fr.brume.adapter.datagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PeerTableTest {
    private final PeerTable<String> table = new PeerTable<>();

    @Test
    void doesWhatAMapDoes() {
        Map<Long, String> expected = new HashMap<>();
        Random random = new Random(7);
        for (int i = 0; i < 4000; i++) {
            long address = 2 | (long) random.nextInt(700) << 16;
            if (random.nextBoolean()) {
                table.put(address, "peer " + i);
                expected.put(address, "peer " + i);
            } else {
                table.remove(address);
                expected.remove(address);
            }
            long other = 2 | (long) random.nextInt(700) << 16;
            assertThat(table.get(other)).isEqualTo(expected.get(other));
        }
        expected.forEach((address, peer) -> assertThat(table.get(address)).isEqualTo(peer));
    }
}
