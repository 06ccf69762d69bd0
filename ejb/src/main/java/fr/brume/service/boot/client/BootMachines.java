package fr.brume.service.boot.client;

import fr.brume.boot.client.HeardMachine;
import fr.brume.boot.client.HeardMachines;
import fr.brume.domain.boot.BootMachine;
import fr.brume.protocol.dhcp.Architecture;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;

/** The machines that were heard to start a moment ago, on this server. Safe for threads. */
@ApplicationScoped
public class BootMachines {
    private static final int MOST_MACHINES = 4096;

    @Inject
    Neighbours neighbours;

    private final HeardMachines machines = new HeardMachines(InstantSource.system(), MOST_MACHINES);

    /** A machine said this to DHCP servers. */
    public void heard(BootMachine machine, Optional<Architecture> architecture) {
        machines.heard(machine, architecture);
    }

    /** A machine asked from this address and said its MAC address. */
    public void seen(BootMachine machine) {
        machines.seen(machine);
    }

    /** The machine at this address; one that was not heard is known by what the kernel has resolved at most. */
    public BootMachine at(String address) {
        return machines.byAddress(address).map(HeardMachine::machine).orElseGet(() -> unheard(address));
    }

    private BootMachine unheard(String address) {
        return neighbours
                .macOf(address)
                .map(mac -> new BootMachine(mac.text(), address, "", "", ""))
                .orElseGet(() -> BootMachine.at(address));
    }

    /** The architecture that the machine at this address told DHCP servers. */
    public Optional<Architecture> architectureAt(String address) {
        return machines.byAddress(address).flatMap(HeardMachine::architecture);
    }
}
