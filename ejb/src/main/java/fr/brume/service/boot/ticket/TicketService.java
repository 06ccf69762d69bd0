package fr.brume.service.boot.ticket;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.domain.account.AuditAction;
import fr.brume.domain.boot.BootIdentity;
import fr.brume.domain.boot.BootTicket;
import fr.brume.domain.boot.TicketState;
import fr.brume.domain.machine.MachineUuid;
import fr.brume.domain.setting.SettingKey;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.audit.AuditService;
import fr.brume.service.setting.SettingService;
import fr.brume.service.task.TaskEnding;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tickets of boots: issued with a boot script, fetched by the loader, redeemed by the agent. A refusal is a checked exception,
 * so that what it did to the ticket is kept.
 */
@Stateless
@RolesAllowed(SYSTEM)
public class TicketService {
    private static final Duration KEPT = Duration.ofDays(1);
    /** Starts of machines without task in the life of one ticket: a campus that registers itself, not a flood. */
    static final long MOST_WITHOUT_TASK = 2000;
    /** Starts of one machine for one task in the same time. */
    static final long MOST_OF_TASK = 100;

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    SettingService settings;

    @EJB
    AuditService audit;

    @EJB
    TaskEnding tasks;

    /**
     * Makes a ticket for one start of this machine. Anybody may ask for one, so that only so many are made in the time that one
     * lives; those of tasks are counted apart, so that a flood of strangers holds no task up.
     *
     * @param hostId null when not registered
     * @param taskId null when no task waits
     * @return its public id
     * @throws FailureException {@code BUSY} when there are too many
     */
    public String issue(Purpose purpose, BootIdentity machine, Long hostId, Long taskId) throws FailureException {
        Instant now = Instant.now();
        forgetOld(now);
        long lately = em.createQuery(
                        "SELECT COUNT(t) FROM BootTicket t WHERE t.created >= :since"
                                + " AND (t.taskId = :task OR t.taskId IS NULL AND :task = 0)",
                        Long.class)
                .setParameter("since", now.minus(life()))
                .setParameter("task", taskId == null ? 0L : taskId)
                .getSingleResult();
        if (lately >= (taskId == null ? MOST_WITHOUT_TASK : MOST_OF_TASK)) {
            throw new FailureException(Failure.BUSY);
        }
        TicketText unfetched = TicketText.newFor(TicketText.newId());
        em.persist(new BootTicket(unfetched.id(), unfetched.hash(), purpose, machine, hostId, taskId, now));
        return unfetched.id();
    }

    /** An id as tickets have it, of none. */
    public static String unusedId() {
        return TicketText.newId();
    }

    /** A redeemed ticket is kept longer, to tell when somebody shows it again. */
    private void forgetOld(Instant now) {
        em.createQuery("DELETE FROM BootTicket t WHERE t.created < :kept OR t.redeemedAt IS NULL AND t.created < :over")
                .setParameter("kept", now.minus(KEPT))
                .setParameter("over", now.minus(life().multipliedBy(2)))
                .executeUpdate();
    }

    /**
     * Hands the ticket out to a loader.
     *
     * @return the ticket as text; it is stored nowhere
     * @throws FailureException when there is no such ticket or it may not be fetched
     */
    public String fetch(String id, String address) throws FailureException {
        BootTicket ticket = find(id).orElseThrow(() -> new FailureException(Failure.NOT_FOUND, "ticket"));
        TicketState before = ticket.getState();
        TicketText text = TicketText.newFor(id);
        Optional<Failure> refusal = ticket.fetch(address, text.hash(), Instant.now(), life());
        settle(ticket, before, refusal, address);
        return text.whole();
    }

    /**
     * Exchanges a ticket.
     *
     * @param shown by the agent
     * @param macs and systemUuid that the agent found on its machine
     * @throws FailureException when the ticket is unknown, over, used, or was made for another machine
     */
    public BootTicket redeem(String shown, List<String> macs, String systemUuid, String address)
            throws FailureException {
        TicketText text = TicketText.parse(shown).orElseThrow(() -> new FailureException(Failure.UNAUTHORISED));
        BootTicket ticket = find(text.id()).orElseThrow(() -> new FailureException(Failure.UNAUTHORISED));
        TicketState before = ticket.getState();
        boolean sameMachine = isMachine(ticket, macs, systemUuid);
        Optional<Failure> refusal = ticket.redeem(text.hash(), sameMachine, Instant.now(), life());
        settle(ticket, before, refusal, address);
        supersedeOthers(ticket);
        return ticket;
    }

    private Optional<BootTicket> find(String id) {
        return TicketText.isId(id)
                ? Optional.ofNullable(em.find(BootTicket.class, id, LockModeType.PESSIMISTIC_WRITE))
                : Optional.empty();
    }

    private Duration life() {
        return Duration.ofSeconds(settings.seconds(SettingKey.BOOT_TICKET_LIFE));
    }

    /** A machine may hide its UUID from one of loader and kernel, never show two. */
    private static boolean isMachine(BootTicket ticket, List<String> macs, String systemUuid) {
        boolean sameMac = macs.stream()
                .flatMap(mac -> MacAddress.parse(mac).stream())
                .anyMatch(mac -> mac.text().equals(ticket.getMac()));
        return sameMac && !MachineUuid.differ(ticket.getSystemUuid(), systemUuid);
    }

    private void settle(BootTicket ticket, TicketState before, Optional<Failure> refusal, String address)
            throws FailureException {
        if (refusal.isEmpty()) {
            return;
        }
        if (before != TicketState.VOID && ticket.getState() == TicketState.VOID) {
            audit.record(
                    SYSTEM,
                    AuditAction.TICKET_VOIDED,
                    "machine " + ticket.getMac(),
                    refusal.get().name(),
                    address);
            endSessions(ticket);
            tasks.fail(ticket.getTaskId(), refusal.get(), List.of(), "");
        }
        throw new FailureException(refusal.get());
    }

    private void endSessions(BootTicket ticket) {
        em.createQuery("UPDATE AgentSession s SET s.ended = :now"
                        + " WHERE s.ended IS NULL AND s.mac = :mac AND s.purpose = :purpose")
                .setParameter("now", Instant.now())
                .setParameter("mac", ticket.getMac())
                .setParameter("purpose", ticket.getPurpose())
                .executeUpdate();
    }

    /** Earlier starts of the same machine cannot come back. */
    private void supersedeOthers(BootTicket redeemed) {
        em.createQuery(
                        "SELECT t FROM BootTicket t WHERE t.mac = :mac AND t.id <> :id AND t.redeemedAt IS NULL",
                        BootTicket.class)
                .setParameter("mac", redeemed.getMac())
                .setParameter("id", redeemed.getId())
                .getResultList()
                .forEach(ticket -> ticket.supersede(Instant.now()));
    }
}
