package fr.brume.boot.client;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.boot.BootMachine;
import fr.brume.protocol.dhcp.Architecture;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HeardMachinesTest {
    private static final String MAC = "52:54:00:00:10:01";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final HeardMachines machines = new HeardMachines(now::get, 2);

    @Test
    void findsByAddressWhatWasSaidBeforeItHadOne() {
        machines.heard(machine(MAC, ""), Optional.of(Architecture.EFI_X64));
        assertThat(machines.byAddress("10.0.0.7")).isEmpty();

        machines.heard(machine(MAC, "10.0.0.7"), Optional.of(Architecture.EFI_X64));
        machines.heard(machine(MAC, ""), Optional.of(Architecture.EFI_X64));

        assertThat(machines.byAddress("10.0.0.7").flatMap(HeardMachine::architecture))
                .contains(Architecture.EFI_X64);
        assertThat(machines.byMac(MAC)).isPresent();
    }

    @Test
    void anAddressBelongsToWhoTookItLast() {
        machines.heard(machine(MAC, "10.0.0.7"), Optional.of(Architecture.EFI_X64));
        machines.heard(machine("52:54:00:00:10:02", "10.0.0.7"), Optional.of(Architecture.BIOS));
        assertThat(machines.byAddress("10.0.0.7").orElseThrow().machine().mac()).endsWith("02");

        machines.heard(machine("52:54:00:00:10:02", "10.0.0.8"), Optional.of(Architecture.BIOS));
        assertThat(machines.byAddress("10.0.0.7")).isEmpty();
    }

    @Test
    void whatAskedByHttpKeepsWhatItToldDhcp() {
        machines.heard(machine(MAC, ""), Optional.of(Architecture.EFI_ARM64));
        machines.seen(machine(MAC, "10.0.0.9"));

        assertThat(machines.byAddress("10.0.0.9").flatMap(HeardMachine::architecture))
                .contains(Architecture.EFI_ARM64);
    }

    @Test
    void forgetsInTime() {
        machines.heard(machine(MAC, "10.0.0.7"), Optional.of(Architecture.BIOS));
        now.set(now.get().plus(HeardMachines.REMEMBERED));

        assertThat(machines.byMac(MAC)).isEmpty();
        assertThat(machines.byAddress("10.0.0.7")).isEmpty();
    }

    @Test
    void remembersNoMoreThanItsCapacity() {
        for (int i = 1; i <= 3; i++) {
            machines.heard(machine("52:54:00:00:10:0" + i, "10.0.0." + i), Optional.empty());
        }
        assertThat(machines.byAddress("10.0.0.1")).isEmpty();
        assertThat(machines.byAddress("10.0.0.3")).isPresent();
    }

    private static BootMachine machine(String mac, String address) {
        return new BootMachine(mac, address, "", "UEFI", "x86_64");
    }
}
