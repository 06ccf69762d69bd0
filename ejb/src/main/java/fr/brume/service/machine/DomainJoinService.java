package fr.brume.service.machine;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.account.AuditAction;
import fr.brume.domain.machine.DomainJoin;
import fr.brume.domain.machine.DomainJoinDraft;
import fr.brume.domain.machine.Host;
import fr.brume.protocol.agent.DomainOrder;
import fr.brume.protocol.agent.OrderSeal;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.audit.AuditService;
import fr.brume.service.secret.SiteCipher;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Keeps what joins deployed systems to the domain. The password goes in and is never shown: only orders of deploys get it. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class DomainJoinService {
    private static final System.Logger LOG = System.getLogger(DomainJoinService.class.getName());
    private static final String SUBJECT = "domain join";

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    AuditService audit;

    @Inject
    SiteCipher cipher;

    /** The domain of the site; empty for none. */
    public Optional<DomainJoin> find() {
        return Optional.ofNullable(em.find(DomainJoin.class, DomainJoin.ID));
    }

    /** Takes this domain from now on. The audit trail tells its name and no more. */
    public void store(DomainJoinDraft draft) throws InvalidInputException {
        DomainJoin join = find().orElseGet(DomainJoin::new);
        draft.check(!join.getSealed().isEmpty()).orThrow();
        join.edit(draft);
        if (!draft.password().isEmpty()) {
            join.seal(sealed(draft.password()));
        }
        em.persist(join);
        audit.record(AuditAction.CHANGED, SUBJECT, draft.domain());
    }

    private String sealed(String password) throws InvalidInputException {
        byte[] secret = password.getBytes(StandardCharsets.UTF_8);
        try {
            return cipher.seal(secret);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "The password of the domain was not stored", e);
            throw new InvalidInputException(Refusal.of("password", "refusal.join.notStored"));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** Joins no domain any more, and forgets the password. */
    public void forget() {
        find().ifPresent(join -> {
            em.remove(join);
            audit.record(AuditAction.DELETED, SUBJECT, join.getDomain());
        });
    }

    /**
     * What the system of this host needs to join, sealed for the session of its deploy.
     *
     * @throws FailureException STEP_FAILED when the key of the site is not the one that the password was stored with, or no key at all
     */
    @RolesAllowed(SYSTEM)
    public DomainOrder order(Host host, OrderSeal seal) throws FailureException {
        Optional<DomainJoin> known = host.isJoining() ? find() : Optional.empty();
        if (known.isEmpty()) {
            return DomainOrder.NONE;
        }
        DomainJoin join = known.get();
        try {
            byte[] secret = cipher.open(join.getSealed());
            String sealed;
            try {
                sealed = seal.seal(secret);
            } finally {
                Arrays.fill(secret, (byte) 0);
            }
            return new DomainOrder(join.getDomain(), join.getOrganizationalUnit(), join.getAccount(), sealed);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "The password of the domain cannot be read: type it again in the settings", e);
            throw new FailureException(Failure.STEP_FAILED, e, join.getDomain(), "tls/secrets.key");
        }
    }
}
