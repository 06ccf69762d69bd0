package fr.brume.service.machine;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.domain.account.AuditAction;
import fr.brume.domain.machine.Host;
import fr.brume.domain.machine.MachineUuid;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.NetworkInterfaceReport;
import fr.brume.service.audit.AuditService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes in machines that register themselves, and the inventories of those that are known. */
@Stateless
@RolesAllowed(SYSTEM)
public class RegistrationService {
    /** Interfaces that one machine may register; further ones are left out. */
    private static final int MOST_INTERFACES = 16;

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    AuditService audit;

    /** The host that a machine now is, and whether it was one before. */
    public record Registered(Host host, boolean alreadyKnown) {}

    /**
     * Makes the machine a host named by the digits of the address it booted from, or finds the host it is; stores the inventory
     * either way. Asking again changes nothing else.
     */
    public Registered register(InventoryReport report, MacAddress booted) {
        List<MacAddress> macs = macs(report, booted);
        HostFinder finder = new HostFinder(em);
        Optional<Host> known = finder.byMac(booted).or(() -> sameMachine(macs, report.systemUuid()));
        Host host = known.orElseGet(() -> enrol(booted));
        macs.stream().filter(m -> finder.byMac(m).isEmpty()).forEach(host::addMac);
        host.report(report, Instant.now());
        em.flush();
        return new Registered(host, known.isPresent());
    }

    /** Whoever names addresses of a host that has another UUID is not that host, and gets nothing of it. */
    private Optional<Host> sameMachine(List<MacAddress> macs, String uuid) {
        return new HostFinder(em)
                .byIdentity(macs, uuid)
                .filter(host -> !MachineUuid.differ(host.getSystemUuid(), uuid));
    }

    /** Stores what a known machine reported. */
    public void report(long hostId, InventoryReport report) {
        Optional.ofNullable(em.find(Host.class, hostId)).ifPresent(h -> h.report(report, Instant.now()));
    }

    private Host enrol(MacAddress booted) {
        Host host = new Host(freeName(booted.digits()), booted, audit.actor(), Instant.now());
        em.persist(host);
        em.flush();
        audit.record(AuditAction.REGISTERED, "host " + host.getName(), booted.text());
        return host;
    }

    private String freeName(String digits) {
        HostFinder finder = new HostFinder(em);
        String name = digits;
        for (int copy = 2; finder.nameTaken(name, null); copy++) {
            name = digits + "-" + copy;
        }
        return name;
    }

    private static List<MacAddress> macs(InventoryReport report, MacAddress booted) {
        List<NetworkInterfaceReport> interfaces = report.interfaces() == null ? List.of() : report.interfaces();
        var others = interfaces.stream()
                .limit(MOST_INTERFACES)
                .flatMap(i -> MacAddress.parse(i.mac()).stream())
                .filter(m -> !m.equals(booted));
        return Stream.concat(Stream.of(booted), others).distinct().toList();
    }
}
