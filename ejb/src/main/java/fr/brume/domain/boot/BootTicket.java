package fr.brume.domain.boot;

import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.fault.Failure;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One start of one machine with the agent. The ticket itself is known to that machine alone; it is fetched from one address and
 * redeemed once, by the machine it was made for. Anything else voids it, which its task does not survive.
 */
@Entity
@Table(name = "BOOT_TICKET")
public class BootTicket {
    @Id
    @Column(name = "ID")
    private String id;

    @Version
    @Column(name = "LOCK_VERSION")
    private long lockVersion;

    @Column(name = "TICKET_HASH")
    private String ticketHash;

    @Enumerated(EnumType.STRING)
    @Column(name = "PURPOSE")
    private Purpose purpose;

    @Column(name = "MAC")
    private String mac;

    @Column(name = "SYSTEM_UUID")
    private String systemUuid;

    @Column(name = "HOST_ID")
    private Long hostId;

    @Column(name = "TASK_ID")
    private Long taskId;

    @Column(name = "CREATED_AT")
    private Instant created;

    @Column(name = "FIRST_FETCH_AT")
    private Instant firstFetchAt;

    @Column(name = "FETCH_ADDRESS")
    private String fetchAddress;

    @Column(name = "REDEEMED_AT")
    private Instant redeemedAt;

    @Column(name = "VOIDED_AT")
    private Instant voidedAt;

    protected BootTicket() {}

    /**
     * A ticket nobody has fetched.
     *
     * @param id random, stands in URLs
     * @param ticketHash lower-case hexadecimal SHA-256 of the secret
     * @param hostId null for a machine that is not registered
     * @param taskId null for a start without a task
     */
    public BootTicket(
            String id, String ticketHash, Purpose purpose, BootIdentity machine, Long hostId, Long taskId, Instant at) {
        this.id = id;
        this.ticketHash = ticketHash;
        this.purpose = purpose;
        this.mac = machine.mac();
        this.systemUuid = machine.systemUuid();
        this.hostId = hostId;
        this.taskId = taskId;
        this.created = at;
    }

    /**
     * A machine asks for the secret: allowed from one address, for as long as the window is open, until it is redeemed. Each
     * fetch makes a new secret and the last one counts, because a loader whose connection broke asks again.
     *
     * @param newTicketHash of the secret that goes out when this is allowed
     * @param life of the ticket before its first fetch, and of the window after it
     * @return why not; the ticket may be void then. Empty when allowed.
     */
    public Optional<Failure> fetch(String address, String newTicketHash, Instant at, Duration life) {
        if (voidedAt != null) {
            return Optional.of(Failure.TICKET_REUSED);
        }
        if (redeemedAt != null || fetchAddress != null && !fetchAddress.equals(address)) {
            return breach(Failure.TICKET_REUSED, at);
        }
        if (isOver(life, at)) {
            return Optional.of(Failure.TICKET_EXPIRED);
        }
        if (firstFetchAt == null) {
            firstFetchAt = at;
            fetchAddress = address;
        }
        ticketHash = newTicketHash;
        return Optional.empty();
    }

    /**
     * A machine shows the secret: allowed once, to the machine the ticket was made for, while the window is open.
     *
     * @param sameMachine whether it said the MAC address and UUID that the ticket was made for
     * @return why not; the ticket may be void then. Empty when allowed.
     */
    public Optional<Failure> redeem(String shownTicketHash, boolean sameMachine, Instant at, Duration life) {
        if (!isHash(shownTicketHash)) {
            return Optional.of(Failure.UNAUTHORISED);
        }
        if (voidedAt != null) {
            return Optional.of(Failure.TICKET_REUSED);
        }
        if (redeemedAt != null) {
            return breach(Failure.TICKET_REUSED, at);
        }
        if (isOver(life, at)) {
            return Optional.of(Failure.TICKET_EXPIRED);
        }
        if (!sameMachine) {
            return breach(Failure.TICKET_WRONG_MACHINE, at);
        }
        redeemedAt = at;
        return Optional.empty();
    }

    /** Takes the ticket back without anybody's fault: another start of the same machine was redeemed. */
    public void supersede(Instant at) {
        if (getState() == TicketState.ISSUED || getState() == TicketState.FETCHED) {
            voidedAt = at;
        }
    }

    private Optional<Failure> breach(Failure cause, Instant at) {
        voidedAt = at;
        return Optional.of(cause);
    }

    private boolean isOver(Duration life, Instant at) {
        return at.isAfter((firstFetchAt == null ? created : firstFetchAt).plus(life));
    }

    private boolean isHash(String shown) {
        return MessageDigest.isEqual(
                ticketHash.getBytes(StandardCharsets.US_ASCII), shown.getBytes(StandardCharsets.US_ASCII));
    }

    public TicketState getState() {
        if (voidedAt != null) {
            return TicketState.VOID;
        }
        if (redeemedAt != null) {
            return TicketState.REDEEMED;
        }
        return firstFetchAt == null ? TicketState.ISSUED : TicketState.FETCHED;
    }

    public String getId() {
        return id;
    }

    public String getTicketHash() {
        return ticketHash;
    }

    public Purpose getPurpose() {
        return purpose;
    }

    /** Canonical address of the interface the machine booted from. */
    public String getMac() {
        return mac;
    }

    public String getSystemUuid() {
        return systemUuid;
    }

    public Long getHostId() {
        return hostId;
    }

    public Long getTaskId() {
        return taskId;
    }

    public Instant getCreated() {
        return created;
    }

    public Instant getFirstFetchAt() {
        return firstFetchAt;
    }

    public String getFetchAddress() {
        return fetchAddress;
    }

    public Instant getRedeemedAt() {
        return redeemedAt;
    }

    public Instant getVoidedAt() {
        return voidedAt;
    }
}
