package fr.brume.boot.file;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.boot.client.ClientKind;
import fr.brume.boot.client.ClientKinds;
import fr.brume.boot.file.NetworkBootProgram.Content;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Boot file name x options: both requests of one client (size, then data) must get the same file. */
class NetworkBootProgramTest {
    private static final BootFileName SHIM = new BootFileName("shimx64.efi");

    private final ClientKinds kinds = new ClientKinds(() -> Instant.EPOCH, 16);

    @ParameterizedTest
    @CsvSource({
        "0, 0, undionly.kpxe",
        "512, 0, undionly.kpxe",
        "1024, 0, undionly.kpxe",
        "1428, 0, undionly.kpxe",
        "1432, 0, script",
        "1456, 0, undionly.kpxe",
        "1468, 0, shimx64.efi",
        "512, 4, shimx64.efi",
        "1468, 4, shimx64.efi"
    })
    void answersSharedNamesByKindOfClient(int blockSize, int windowSize, String expected) {
        for (String name : new String[] {"undionly.kpxe", "undionly.kkpxe", "ipxe.pxe", "UNDIONLY.KPXE", "default"}) {
            String address = "10.0.0." + name.hashCode();
            assertThat(ask(address, name, blockSize, windowSize)).isEqualTo(expected);
            assertThat(ask(address, name, blockSize, windowSize)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "512, 0", "1024, 0", "1428, 0", "1456, 0", "1468, 0", "1468, 4"})
    void keepsEfiNamesForAllButIpxe(int blockSize, int windowSize) {
        assertThat(ask("10.0.0.1", "snponly.efi", blockSize, windowSize)).isEqualTo("snponly.efi");
        assertThat(ask("10.0.0.2", "ipxe.efi", blockSize, windowSize)).isEqualTo("ipxe.efi");
        assertThat(ask("10.0.0.3", "ipxe.efi", 1432, 0)).isEqualTo("script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grubx64.efi", "vmlinuz", "initrd.img", "shimx64.efi", "licenses/ipxe"})
    void leavesOtherFilesAlone(String name) {
        assertThat(ask("10.0.0.1", name, 1432, 0)).isEqualTo(name);
        assertThat(ask("10.0.0.1", name, 1468, 4)).isEqualTo(name);
    }

    private String ask(String address, String name, int blockSize, int windowSize) {
        ClientKind kind = kinds.decide(address, blockSize, windowSize).kind();
        Content content = NetworkBootProgram.contentFor(new BootFileName(name), kind, SHIM);
        return content instanceof Content.Plain plain ? plain.name().text() : "script";
    }
}
