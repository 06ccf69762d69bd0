package fr.brume.boot.diagnosis;

import fr.brume.domain.boot.BootEvent;
import fr.brume.domain.boot.BootProtocol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of one machine.
 *
 * @param subject MAC address, or the address where that is all that is known
 * @param all oldest first
 */
record MachineEvents(String subject, List<BootEvent> all) {
    /** Sorts events by machine; an address counts for the MAC address that was last seen with it. */
    static Collection<MachineEvents> each(List<BootEvent> events) {
        Map<String, String> macs = new HashMap<>();
        Map<String, MachineEvents> machines = new LinkedHashMap<>();
        for (BootEvent event : events) {
            String mac = event.machine().mac();
            if (!mac.isEmpty() && !event.machine().address().isEmpty()) {
                macs.put(event.machine().address(), mac);
            }
        }
        for (BootEvent event : events) {
            String subject = event.machine().subject();
            machines.computeIfAbsent(macs.getOrDefault(subject, subject), s -> new MachineEvents(s, new ArrayList<>()))
                    .all
                    .add(event);
        }
        return machines.values();
    }

    /** What it told DHCP servers. */
    List<BootEvent> dhcp() {
        return all.stream()
                .filter(event -> event.getProtocol() == BootProtocol.DHCP)
                .toList();
    }

    /** What it asked of Brume. */
    List<BootEvent> asked() {
        return all.stream()
                .filter(event -> event.getProtocol() != BootProtocol.DHCP)
                .toList();
    }
}
