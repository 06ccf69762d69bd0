package fr.brume.domain.machine;

/** Why a machine was taken for a host, or for none. The names are stored. */
public enum IdentityGround {
    /** Nothing of what it shows is known. */
    NEW(false),
    /** The address is the host's, and so is the UUID, which no other host has. */
    AGREED(true),
    /** The address is the host's; there is no UUID that could tell more. */
    ADDRESS_ONLY(true),
    /** The address is the host's, but the machine does not show the host's UUID, nor any other. */
    UUID_HIDDEN(false),
    /** The address is a host's, and the UUID is not that of this host: a moved adapter, or a new mainboard. */
    ADDRESS_MOVED(false),
    /** The address is one host's, the UUID another's: a shared adapter, or one that was moved. */
    ADDRESS_OF_OTHER(false),
    /** The adapter is marked as going from machine to machine; the UUID is the host's. */
    SHARED_ADDRESS(false),
    /** The UUID is the host's; the address waits for approval. */
    PENDING_ADDRESS(false),
    /** The UUID is the host's; the address was never seen. */
    NEW_ADDRESS(false),
    /** Another interface of the machine is the host's, and no UUID tells more. */
    OTHER_ADDRESS(false),
    /** The address was never seen, and several hosts have the UUID. */
    TWIN_UUID(false);

    private final boolean certain;

    IdentityGround(boolean certain) {
        this.certain = certain;
    }

    /** Whether a waiting task may start on the machine. */
    public boolean isCertain() {
        return certain;
    }

    /** Whether somebody has to look at it: what the machine shows is known, but does not fit. */
    public boolean isDoubtful() {
        return !certain && this != NEW && this != TWIN_UUID;
    }

    /** Key of the sentence in {@code fr.brume.domain.Messages}: the address, the host, the other host. */
    public String key() {
        return "identity." + name();
    }
}
