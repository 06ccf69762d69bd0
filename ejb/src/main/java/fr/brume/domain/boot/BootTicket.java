package fr.brume.domain.boot;

import fr.brume.protocol.agent.Purpose;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * One start of one machine with the agent. The ticket itself is known to that machine alone; it is fetched from one address and
 * redeemed once, anything else voids it.
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

    /** Notes a fetch. Answers whether it is the first, or another from the same address. */
    public boolean fetchedFrom(String address, Instant at) {
        if (firstFetchAt == null) {
            firstFetchAt = at;
            fetchAddress = address;
        }
        return fetchAddress.equals(address);
    }

    /** Notes that the machine showed the secret. Answers whether it was the first time. */
    public boolean redeem(Instant at) {
        if (redeemedAt != null) {
            return false;
        }
        redeemedAt = at;
        return true;
    }

    public void makeVoid(Instant at) {
        if (voidedAt == null) {
            voidedAt = at;
        }
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
