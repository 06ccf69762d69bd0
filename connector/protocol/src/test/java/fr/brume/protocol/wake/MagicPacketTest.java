package fr.brume.protocol.wake;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.MacAddress;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class MagicPacketTest {
    @Test
    void isSixOnesAndSixteenTimesTheAddress() {
        String packet = HexFormat.of()
                .formatHex(MagicPacket.of(new MacAddress("08:00:27:4d:46:2b")).array());

        assertThat(packet).isEqualTo("ffffffffffff" + "0800274d462b".repeat(16));
    }
}
