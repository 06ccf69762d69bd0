package fr.brume.service.machine;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.SYSTEM;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;

import fr.brume.domain.account.AuditAction;
import fr.brume.domain.image.Image;
import fr.brume.domain.machine.Host;
import fr.brume.domain.machine.HostGroup;
import fr.brume.domain.machine.HostMac;
import fr.brume.domain.machine.Identity;
import fr.brume.domain.machine.IdentityGround;
import fr.brume.domain.machine.IdentityRule;
import fr.brume.domain.machine.ShownIdentity;
import fr.brume.domain.setting.SettingKey;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.NetworkInterfaceReport;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.audit.AuditService;
import fr.brume.service.machine.IdentityService.Identified;
import fr.brume.service.setting.SettingService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
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

    @EJB
    IdentityService identities;

    /** The host that a machine now is, and whether it was one before. */
    public record Registered(Host host, boolean alreadyKnown) {}

    /**
     * Makes the machine a host, named as the site's template says and with the site's usual image and group, or finds the host it is;
     * stores the inventory either way. Asking again changes nothing else.
     *
     * @param vouched whether a person with an account stands behind it: else the site may want it approved first
     * @throws FailureException {@code ADDRESS_TAKEN} when the machine has no address but that of another host
     */
    public Registered register(InventoryReport report, MacAddress booted, boolean vouched) throws FailureException {
        ShownIdentity shown = new ShownIdentity(booted, others(report, booted), report.systemUuid());
        Identified found = identities.identify(shown);
        Host host = found.host().isPresent() ? found.host().get() : enrol(found.identity(), shown, report, vouched);
        complete(host, report, booted);
        em.flush();
        return new Registered(host, found.host().isPresent());
    }

    /**
     * Stores the inventory and the further addresses of a machine: as the host's when it has just become one, else for somebody
     * to approve.
     */
    public void complete(Host host, InventoryReport report, MacAddress booted) {
        HostFinder finder = new HostFinder(em);
        boolean fresh = host.getInventory() == null;
        Stream.concat(Stream.of(booted), others(report, booted).stream())
                .filter(mac -> finder.byMac(mac).isEmpty())
                .forEach(mac -> {
                    if (fresh) {
                        host.addMac(mac);
                    } else {
                        host.proposeMac(mac);
                    }
                });
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

    /** The group that machines get into which register themselves; empty for none, or one that is gone. */
    public Optional<HostGroup> usualGroup() {
        return usualGroup(LockModeType.NONE);
    }

    private Optional<HostGroup> usualGroup(LockModeType lock) {
        String number = settings.get(SettingKey.REGISTRATION_GROUP);
        return Optional.of(number)
                .filter(text -> !text.isEmpty())
                .map(text -> em.find(HostGroup.class, Long.parseLong(text), lock));
    }

    /** Stores what a known machine reported. */
    public void report(long hostId, InventoryReport report) {
        Optional.ofNullable(em.find(Host.class, hostId)).ifPresent(h -> h.report(report, Instant.now()));
    }

    private Host enrol(Identity identity, ShownIdentity shown, InventoryReport report, boolean vouched)
            throws FailureException {
        MacAddress primary = freeAddress(identity, shown);
        String name = new HostNaming(em, settings).take(primary, HostNaming.serial(report));
        Host host = new Host(name, primary, audit.actor(), Instant.now());
        if (!vouched) {
            holdWhereWanted(host);
        }
        usualImage().ifPresent(host::assign);
        em.persist(host);
        em.flush();
        // Locked: one that somebody deletes just now must not cost the machine its registration.
        Optional<HostGroup> group = usualGroup(LockModeType.PESSIMISTIC_WRITE);
        group.ifPresent(usual -> new Membership(em, usual.getId()).add(List.of(host.getId())));
        String joined = group.map(usual -> ", group " + usual.getName()).orElse("");
        audit.record(AuditAction.REGISTERED, "host " + host.getName(), primary.text() + joined);
        return host;
    }

    /** Makes the host wait for approval, where the site wants that of machines that register themselves. */
    public void holdWhereWanted(Host host) {
        if (settings.is(SettingKey.REGISTRATION_PENDING)) {
            host.hold();
        }
    }

    /** The address that it booted by, or, behind a shared adapter, one of its own. */
    private MacAddress freeAddress(Identity identity, ShownIdentity shown) throws FailureException {
        List<MacAddress> free = identity.ground() == IdentityGround.ADDRESS_MOVED
                ? List.of()
                : IdentityRule.addresses(shown).stream().filter(this::release).toList();
        if (free.isEmpty()) {
            String owner =
                    new HostFinder(em).byMac(shown.booted()).map(Host::getName).orElse("");
            throw new FailureException(Failure.ADDRESS_TAKEN, shown.booted().text(), owner);
        }
        return free.get(0);
    }

    /** Whether this address is nobody's; one that only waits for approval is given up by the host that it waits for. */
    public boolean release(MacAddress mac) {
        Optional<Host> owner = new HostFinder(em).byMac(mac);
        if (owner.isEmpty()) {
            return true;
        }
        boolean waits = owner.get().find(mac).filter(HostMac::isPending).isPresent();
        if (waits) {
            owner.get().removeMac(mac);
            em.flush();
        }
        return waits;
    }

    private static List<MacAddress> others(InventoryReport report, MacAddress booted) {
        List<NetworkInterfaceReport> interfaces = report.interfaces() == null ? List.of() : report.interfaces();
        return interfaces.stream()
                .limit(MOST_INTERFACES)
                .flatMap(i -> MacAddress.parse(i.mac()).stream())
                .filter(mac -> !mac.equals(booted))
                .distinct()
                .toList();
    }
}
