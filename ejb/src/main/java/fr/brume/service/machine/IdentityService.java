package fr.brume.service.machine;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.SYSTEM;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;

import fr.brume.domain.Messages;
import fr.brume.domain.account.AuditAction;
import fr.brume.domain.image.Image;
import fr.brume.domain.machine.Host;
import fr.brume.domain.machine.Identity;
import fr.brume.domain.machine.IdentityGround;
import fr.brume.domain.machine.IdentityRule;
import fr.brume.domain.machine.KnownIdentity;
import fr.brume.domain.machine.ShownIdentity;
import fr.brume.service.audit.AuditService;
import fr.brume.service.setting.SettingService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says which host a machine is, by {@link IdentityRule}, and writes down whom it could not tell for sure. */
@Stateless
@RolesAllowed(SYSTEM)
public class IdentityService {
    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    AuditService audit;

    @EJB
    SettingService settings;

    @Inject
    DoubtsSaid said;

    /**
     * The host that a machine is taken for.
     *
     * @param identity and why
     * @param host with image and addresses loaded; empty for none
     * @param doubt why it gets no task, in the site's language; empty when nothing speaks against one
     */
    public record Identified(Identity identity, Optional<Host> host, String doubt) {
        /** Whether a task that waits for the host may start on the machine. */
        public boolean mayHaveTask() {
            return identity.ground().isCertain()
                    && host.filter(known -> !known.isPending()).isPresent();
        }
    }

    /** The host behind what a machine shows. Changes nothing. */
    @RolesAllowed({SYSTEM, ADMINISTRATOR, TECHNICIAN})
    public Identified identify(ShownIdentity shown) {
        List<Host> around = new HostFinder(em).around(shown);
        Identity identity =
                IdentityRule.of(shown, around.stream().map(KnownIdentity::of).toList());
        Optional<Host> host = identity.hostId()
                .flatMap(id ->
                        around.stream().filter(one -> one.getId().equals(id)).findFirst());
        host.map(Host::getImage).ifPresent(Image::getName);
        return new Identified(identity, host, doubt(identity, host, shown));
    }

    /**
     * The same for a machine that starts: an address that was never seen is noted for approval, a doubt is audited in words, once
     * in a while for each address.
     *
     * @param clientAddress for the audit trail
     */
    public Identified meet(ShownIdentity shown, String clientAddress) {
        Identified found = identify(shown);
        IdentityGround ground = found.identity().ground();
        boolean tell = switch (ground) {
            case NEW_ADDRESS -> propose(found, shown);
            // Said when it began to wait.
            case PENDING_ADDRESS -> false;
            default -> ground.isDoubtful() && said.isNew(shown.booted(), ground);
        };
        if (tell) {
            audit.record(
                    SYSTEM,
                    AuditAction.IDENTITY_DOUBTED,
                    "machine " + shown.booted().text(),
                    found.doubt(),
                    clientAddress);
        }
        return found;
    }

    private boolean propose(Identified found, ShownIdentity shown) {
        boolean free = new HostFinder(em).byMac(shown.booted()).isEmpty();
        return free
                && found.host().filter(host -> host.proposeMac(shown.booted())).isPresent();
    }

    private String doubt(Identity identity, Optional<Host> host, ShownIdentity shown) {
        if (identity.ground().isDoubtful()) {
            return words(identity, shown);
        }
        Optional<String> pending = host.filter(Host::isPending).map(Host::getName);
        return pending.map(name -> Messages.text(settings.siteLocale(), "refusal.task.hostPending", name))
                .orElse("");
    }

    private String words(Identity identity, ShownIdentity shown) {
        List<String> arguments = new ArrayList<>(List.of(shown.booted().text()));
        arguments.addAll(identity.names());
        return Messages.text(settings.siteLocale(), identity.ground().key(), arguments);
    }
}
