package fr.brume.service.machine;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.SYSTEM;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;

import fr.brume.domain.account.AuditAction;
import fr.brume.domain.image.Image;
import fr.brume.domain.machine.Host;
import fr.brume.domain.machine.MachineUuid;
import fr.brume.domain.setting.SettingKey;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.NetworkInterfaceReport;
import fr.brume.service.audit.AuditService;
import fr.brume.service.setting.SettingService;
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
@RolesAllowed({SYSTEM, ADMINISTRATOR, TECHNICIAN})
public class RegistrationService {
    /** Interfaces that one machine may register; further ones are left out. */
    private static final int MOST_INTERFACES = 16;

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    AuditService audit;

    @EJB
    SettingService settings;

    /** The host that a machine now is, and whether it was one before. */
    public record Registered(Host host, boolean alreadyKnown) {}

    /**
     * Makes the machine a host, named as the site's template says and with the site's usual image, or finds the host it is;
     * stores the inventory either way. Asking again changes nothing else.
     */
    public Registered register(InventoryReport report, MacAddress booted) {
        List<MacAddress> macs = macs(report, booted);
        HostFinder finder = new HostFinder(em);
        Optional<Host> known = finder.byMac(booted).or(() -> sameMachine(macs, report.systemUuid()));
        Host host = known.orElseGet(() -> enrol(booted, report));
        complete(host, report, booted);
        em.flush();
        return new Registered(host, known.isPresent());
    }

    /** Whoever names addresses of a host that has another UUID is not that host, and gets nothing of it. */
    private Optional<Host> sameMachine(List<MacAddress> macs, String uuid) {
        return new HostFinder(em)
                .byIdentity(macs, uuid)
                .filter(host -> !MachineUuid.differ(host.getSystemUuid(), uuid));
    }

    /** Stores the inventory and the further addresses of a host that somebody just made of this machine. */
    public void complete(Host host, InventoryReport report, MacAddress booted) {
        HostFinder finder = new HostFinder(em);
        macs(report, booted).stream().filter(m -> finder.byMac(m).isEmpty()).forEach(host::addMac);
        host.report(report, Instant.now());
    }

    /** The name that {@link #register} would give. */
    public String suggestName(InventoryReport report, MacAddress booted) {
        return new HostNaming(em, settings).suggest(booted, HostNaming.serial(report));
    }

    /** The image that machines get which register themselves; empty for none, or one that is gone or disabled. */
    public Optional<Image> usualImage() {
        String number = settings.get(SettingKey.REGISTRATION_IMAGE);
        return Optional.of(number)
                .filter(text -> !text.isEmpty())
                .map(text -> em.find(Image.class, Long.parseLong(text)))
                .filter(Image::isEnabled);
    }

    /** Stores what a known machine reported. */
    public void report(long hostId, InventoryReport report) {
        Optional.ofNullable(em.find(Host.class, hostId)).ifPresent(h -> h.report(report, Instant.now()));
    }

    private Host enrol(MacAddress booted, InventoryReport report) {
        String name = new HostNaming(em, settings).take(booted, HostNaming.serial(report));
        Host host = new Host(name, booted, audit.actor(), Instant.now());
        usualImage().ifPresent(host::assign);
        em.persist(host);
        em.flush();
        audit.record(AuditAction.REGISTERED, "host " + host.getName(), booted.text());
        return host;
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
