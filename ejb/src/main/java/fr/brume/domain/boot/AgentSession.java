package fr.brume.domain.boot;

import fr.brume.protocol.agent.Purpose;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** An agent that redeemed its ticket. Kept in the database, so that it outlives the server's death. */
@Entity
@Table(name = "AGENT_SESSION")
public class AgentSession {
    @Id
    @Column(name = "ID")
    private String id;

    @Version
    @Column(name = "LOCK_VERSION")
    private long lockVersion;

    @Column(name = "KEY_HASH")
    private String keyHash;

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

    @Embedded
    private SessionUser user;

    @Embedded
    private SessionCode code = new SessionCode();

    @Column(name = "IS_REPLACED")
    private boolean replaced;

    @Column(name = "CREATED_AT")
    private Instant created;

    @Column(name = "ENDED_AT")
    private Instant ended;

    protected AgentSession() {}

    /**
     * The session that this ticket was exchanged for.
     *
     * @param id random
     * @param keyHash SHA-256 of the session's key, 32 bytes
     */
    public AgentSession(String id, byte[] keyHash, BootTicket ticket, Instant at) {
        this.id = id;
        this.keyHash = HexFormat.of().formatHex(keyHash);
        purpose = ticket.getPurpose();
        mac = ticket.getMac();
        systemUuid = ticket.getSystemUuid();
        hostId = ticket.getHostId();
        taskId = ticket.getTaskId();
        created = at;
    }

    /** The machine became this host. */
    public void registeredAs(long newHostId) {
        hostId = newHostId;
    }

    /** The machine goes on with this task in the same boot. */
    public void take(long newTaskId) {
        taskId = newTaskId;
    }

    /** A person at the machine showed who they are. */
    public void logIn(SessionUser person) {
        user = person;
    }

    /** The person at the machine; empty when nobody logged in or it is too long ago. */
    public Optional<SessionUser> getUser(Instant at) {
        return Optional.ofNullable(user).filter(person -> person.isValid(at));
    }

    /** A new code stands on the machine's screen until then; of it, the lower case hexadecimal digest. */
    public void showCode(String hash, Instant until) {
        code.renew(hash, until);
    }

    /** Somebody typed the code with this digest; when it is right the session is confirmed. */
    public SessionCode.Answer tryCode(String hash, String by, Instant at) {
        SessionCode.Answer answer = code.tried(hash, at);
        if (answer == SessionCode.Answer.RIGHT) {
            code.confirm(by, at);
        }
        return answer;
    }

    /** Somebody who logged in at the machine vouches for it. */
    public void confirm(String by, Instant at) {
        if (!code.isConfirmed()) {
            code.confirm(by, at);
        }
    }

    /** Whether somebody with an account has seen the machine. */
    public boolean isConfirmed() {
        return code.isConfirmed();
    }

    /** Whether the machine waits with a code on its screen. */
    public boolean isCodeShown(Instant at) {
        return ended == null && code.isShown(at);
    }

    /** Ended because another start of the same machine showed a ticket of its own. */
    public void replace(Instant at) {
        end(at);
        replaced = true;
    }

    /** Whether this is a sign, the first, of two machines alive: somebody uses a session that was taken over. */
    public boolean betraysDouble() {
        boolean first = replaced;
        replaced = false;
        return first;
    }

    public void end(Instant at) {
        if (ended == null) {
            ended = at;
        }
    }

    public String getId() {
        return id;
    }

    /** SHA-256 of the key, 32 bytes. */
    public byte[] getKeyHash() {
        return HexFormat.of().parseHex(keyHash);
    }

    public Purpose getPurpose() {
        return purpose;
    }

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

    public Instant getEnded() {
        return ended;
    }
}
