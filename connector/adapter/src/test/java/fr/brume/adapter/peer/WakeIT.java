package fr.brume.adapter.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packet that wakes a machine reaches the broadcast address of the interface. As root. */
class WakeIT {
    @TempDir
    private Path folder;

    @Test
    void aMagicPacketIsBroadcast() throws Exception {
        try (Line line = new Line();
                ServerProcess server = line.server(folder)) {
            line.nft(Line.CLIENT, "add table inet wake");
            line.nft(Line.CLIENT, "add chain inet wake in { type filter hook input priority 0; }");
            line.nft(
                    Line.CLIENT,
                    "add rule inet wake in ip daddr 10.79.0.255 udp dport 9 udp length 110"
                            + " @th,64,48 0xffffffffffff @th,112,48 0x0800274d462b counter");

            server.wake("08:00:27:4d:46:2b");

            assertThat(line.counted(Line.CLIENT, "wake")).isEqualTo(1);
        }
    }
}
