package fr.brume.service.boot.client;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.MacAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighboursTest {
    @TempDir
    Path folder;

    @Test
    void readsTheKernelsTable() throws IOException {
        Path table = Files.writeString(folder.resolve("arp"), """
                IP address       HW type     Flags       HW address            Mask     Device
                192.168.10.203   0x1         0x2         52:54:00:00:10:00     *        br0
                192.168.10.204   0x1         0x0         00:00:00:00:00:00     *        br0
                """);
        Neighbours neighbours = new Neighbours(table);

        assertThat(neighbours.macOf("192.168.10.203")).hasValue(new MacAddress("52:54:00:00:10:00"));
        assertThat(neighbours.macOf("192.168.10.204")).isEmpty();
        assertThat(neighbours.macOf("192.168.10.20")).isEmpty();
    }

    @Test
    void knowsNobodyWithoutATable() {
        assertThat(new Neighbours(folder.resolve("none")).macOf("192.168.10.203"))
                .isEmpty();
    }
}
