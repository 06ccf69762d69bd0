package fr.brume.service.agent;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.domain.account.AuditAction;
import fr.brume.domain.boot.AgentSession;
import fr.brume.domain.boot.BootTicket;
import fr.brume.domain.machine.Host;
import fr.brume.domain.setting.SettingKey;
import fr.brume.domain.task.Task;
import fr.brume.protocol.agent.Session;
import fr.brume.protocol.agent.SessionRequest;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.boot.ticket.Secrets;
import fr.brume.service.boot.ticket.TicketService;
import fr.brume.service.link.TransferPort;
import fr.brume.service.setting.SettingService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions of agents: opened for a ticket, found again by their key, closed by the next start of the same machine. */
@Stateless
@RolesAllowed(SYSTEM)
public class SessionService {
    private static final int ID_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int MOST_INTERFACES = 64;
    private static final Duration SHORTEST_START = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofDays(30);

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    TicketService tickets;

    @EJB
    SettingService settings;

    @Inject
    Doubles doubles;

    /**
     * Exchanges a ticket for a session.
     *
     * @param address of the machine, for the audit trail
     * @throws FailureException when the ticket is not accepted
     */
    public Session open(SessionRequest request, String address) throws FailureException {
        List<String> macs = request.macs() == null ? List.of() : request.macs();
        if (macs.size() > MOST_INTERFACES) {
            throw new FailureException(Failure.LIMIT_EXCEEDED, "macs");
        }
        BootTicket ticket = tickets.redeem(request.ticket(), macs, request.systemUuid(), address);
        Instant now = Instant.now();
        closeEarlier(ticket, address, now);
        byte[] key = Secrets.random(KEY_BYTES);
        AgentSession session =
                new AgentSession(Secrets.text(Secrets.random(ID_BYTES)), Secrets.digest(key), ticket, now);
        em.persist(session);
        return new Session(
                session.getId(),
                Secrets.text(key),
                session.getPurpose(),
                settings.get(SettingKey.SITE_LANGUAGE),
                TransferPort.number(),
                hostName(session),
                now.toEpochMilli());
    }

    /**
     * The session behind a key.
     *
     * @param bearer {@code ID.KEY} as sent
     * @param address of the machine, for the audit trail
     * @return its id
     * @throws FailureException {@code UNAUTHORISED} for anything but an open session and its key
     */
    public String authenticate(String bearer, String address) throws FailureException {
        SessionKey shown = SessionKey.parse(bearer).orElseThrow(() -> new FailureException(Failure.UNAUTHORISED));
        AgentSession session = Optional.ofNullable(em.find(AgentSession.class, shown.sessionId()))
                .filter(found -> MessageDigest.isEqual(found.getKeyHash(), shown.keyHash()))
                .orElseThrow(() -> new FailureException(Failure.UNAUTHORISED));
        if (session.getEnded() == null) {
            return session.getId();
        }
        if (session.betraysDouble()) {
            // The machine that was taken over is not starting again: it is there, and so is the other.
            doubles.seen(AuditAction.DOUBLE_SEEN, session.getMac(), session.getTaskId(), address, Instant.now());
        }
        throw new FailureException(Failure.UNAUTHORISED);
    }

    /** The machine was started again: whoever holds the earlier key is no longer it. */
    private void closeEarlier(BootTicket ticket, String address, Instant now) {
        List<AgentSession> earlier = em.createQuery(
                        "SELECT s FROM AgentSession s WHERE s.ended IS NULL"
                                + " AND (s.mac = :mac OR s.taskId IS NOT NULL AND s.taskId = :task)",
                        AgentSession.class)
                .setParameter("mac", ticket.getMac())
                .setParameter("task", ticket.getTaskId() == null ? 0L : ticket.getTaskId())
                .getResultList();
        earlier.forEach(session -> session.replace(now));
        if (!earlier.isEmpty() && wasJustHeard(ticket.getTaskId(), now)) {
            doubles.seen(AuditAction.SESSION_REPLACED, ticket.getMac(), ticket.getTaskId(), address, now);
        }
        em.createQuery("DELETE FROM AgentSession s WHERE s.created < :limit")
                .setParameter("limit", now.minus(KEPT))
                .executeUpdate();
    }

    /** A machine cannot have started again in so short a time: two have the same identity, or the task was stolen. */
    private boolean wasJustHeard(Long taskId, Instant now) {
        return Optional.ofNullable(taskId)
                .map(id -> em.find(Task.class, id))
                .map(task -> task.getTimes().getLastSeen())
                .filter(seen -> seen.isAfter(now.minus(SHORTEST_START)))
                .isPresent();
    }

    private String hostName(AgentSession session) {
        return Optional.ofNullable(session.getHostId())
                .map(id -> em.find(Host.class, id))
                .map(Host::getName)
                .orElse("");
    }
}
