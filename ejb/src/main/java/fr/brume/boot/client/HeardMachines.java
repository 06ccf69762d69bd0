package fr.brume.boot.client;

import fr.brume.domain.boot.BootMachine;
import fr.brume.protocol.BoundedMap;
import fr.brume.protocol.dhcp.Architecture;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The machines that were heard to start a moment ago, by MAC address and by the address they use. Safe for threads. */
public final class HeardMachines {
    /** For how long what was heard counts. */
    public static final Duration REMEMBERED = Duration.ofMinutes(5);

    private record Entry(HeardMachine heard, Instant until) {}

    private final InstantSource clock;
    private final Map<String, Entry> byMac;
    private final Map<String, String> macByAddress;

    /**
     * Remembers nothing yet.
     *
     * @param capacity machines remembered at most; the one heard longest ago is forgotten first
     */
    public HeardMachines(InstantSource clock, int capacity) {
        this.clock = clock;
        this.byMac = BoundedMap.ofFirst(capacity);
        this.macByAddress = BoundedMap.ofFirst(capacity);
    }

    /** A machine said this to DHCP servers; an empty address leaves the one known before. */
    public synchronized void heard(BootMachine machine, Optional<Architecture> architecture) {
        String address = machine.address().isEmpty()
                ? byMac(machine.mac()).map(known -> known.machine().address()).orElse("")
                : machine.address();
        put(at(machine, address), architecture);
    }

    /** A machine asked from this address and said its MAC address. */
    public synchronized void seen(BootMachine machine) {
        put(machine, byMac(machine.mac()).flatMap(HeardMachine::architecture));
    }

    private void put(BootMachine machine, Optional<Architecture> architecture) {
        byMac.remove(machine.mac());
        byMac.put(
                machine.mac(),
                new Entry(
                        new HeardMachine(machine, architecture), clock.instant().plus(REMEMBERED)));
        if (!machine.address().isEmpty()) {
            macByAddress.remove(machine.address());
            macByAddress.put(machine.address(), machine.mac());
        }
    }

    /** What was heard of this machine. */
    public synchronized Optional<HeardMachine> byMac(String mac) {
        return Optional.ofNullable(byMac.get(mac))
                .filter(entry -> clock.instant().isBefore(entry.until()))
                .map(Entry::heard);
    }

    /** What was heard of the machine that has this address now; an address that another machine took since then tells nothing. */
    public synchronized Optional<HeardMachine> byAddress(String address) {
        return Optional.ofNullable(macByAddress.get(address))
                .flatMap(this::byMac)
                .filter(heard -> heard.machine().address().equals(address));
    }

    private static BootMachine at(BootMachine machine, String address) {
        return new BootMachine(machine.mac(), address, machine.uuid(), machine.firmware(), machine.architecture());
    }
}
