package fr.brume.boot.client;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.boot.client.KindDecision.Ground;
import fr.brume.protocol.dhcp.Architecture;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientKindsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final ClientKinds kinds = new ClientKinds(now::get, 2);

    @ParameterizedTest
    @CsvSource({
        "0, 0, BIOS, NO_SIGN",
        "512, 0, BIOS, NO_SIGN",
        "1024, 0, BIOS, NO_SIGN",
        "1428, 0, BIOS, NO_SIGN",
        "1432, 0, IPXE, BLOCK_SIZE_1432",
        "1456, 0, BIOS, NO_SIGN",
        "1468, 0, UEFI, BLOCK_SIZE_1468",
        "512, 4, UEFI, WINDOW_SIZE",
        "1432, 4, UEFI, WINDOW_SIZE",
        "1468, 4, UEFI, WINDOW_SIZE"
    })
    void tellsKindsByOptions(int blockSize, int windowSize, ClientKind kind, Ground ground) {
        assertThat(kinds.decide("192.168.10.203", blockSize, windowSize)).isEqualTo(new KindDecision(kind, ground));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1468, 4, BIOS, DHCP_ARCHITECTURE",
        "7, 0, 0, UEFI, DHCP_ARCHITECTURE",
        "9, 512, 0, UEFI, DHCP_ARCHITECTURE",
        "16, 0, 0, UEFI, DHCP_ARCHITECTURE",
        "11, 1468, 4, OTHER_UEFI, DHCP_ARCHITECTURE",
        "6, 1468, 4, OTHER_UEFI, DHCP_ARCHITECTURE",
        "7, 1432, 0, IPXE, BLOCK_SIZE_1432",
        "11, 1432, 0, IPXE, BLOCK_SIZE_1432",
        "12, 1468, 4, UEFI, WINDOW_SIZE",
        "12, 512, 0, BIOS, NO_SIGN"
    })
    void believesWhatTheMachineToldDhcp(int told, int blockSize, int windowSize, ClientKind kind, Ground ground) {
        assertThat(kinds.decide("192.168.10.203", blockSize, windowSize, Optional.of(new Architecture(told))))
                .isEqualTo(new KindDecision(kind, ground));
    }

    @Test
    void keepsUefiForTheSecondRequestOfTheSameAddress() {
        kinds.decide("192.168.10.203", 1468, 0);
        now.set(now.get().plus(ClientKinds.STICKY).minusMillis(1));

        assertThat(kinds.decide("192.168.10.203", 0, 0))
                .isEqualTo(new KindDecision(ClientKind.UEFI, Ground.SEEN_BEFORE));
        assertThat(kinds.decide("192.168.10.204", 0, 0).kind()).isEqualTo(ClientKind.BIOS);
    }

    @Test
    void forgetsAfterThirtySeconds() {
        kinds.decide("192.168.10.203", 1468, 0);
        now.set(now.get().plus(Duration.ofSeconds(30)));

        assertThat(kinds.decide("192.168.10.203", 0, 0).kind()).isEqualTo(ClientKind.BIOS);
    }

    @Test
    void followsARomThatHasJustLoadedIpxe() {
        assertThat(kinds.decide("192.168.10.203", 1456, 0).kind()).isEqualTo(ClientKind.BIOS);
        assertThat(kinds.decide("192.168.10.203", 1432, 0).kind()).isEqualTo(ClientKind.IPXE);
        // Reset at once: the ROM is itself again, not the iPXE of the boot before.
        assertThat(kinds.decide("192.168.10.203", 1456, 0).kind()).isEqualTo(ClientKind.BIOS);
    }

    @Test
    void remembersNoMoreThanItsCapacity() {
        kinds.decide("10.0.0.1", 1468, 0);
        kinds.decide("10.0.0.2", 1468, 0);
        kinds.decide("10.0.0.3", 1468, 0);

        assertThat(kinds.decide("10.0.0.1", 0, 0).kind()).isEqualTo(ClientKind.BIOS);
        assertThat(kinds.decide("10.0.0.3", 0, 0).kind()).isEqualTo(ClientKind.UEFI);
    }
}
