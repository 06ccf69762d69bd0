package fr.brume.boot.client;

/** A kind of client and why it was taken for that; the ground goes to the log and to the page "Boot diagnostics". */
public record KindDecision(ClientKind kind, Ground ground) {
    /** Whether anything was decided: mostly a file is the same for every client. */
    public boolean asked() {
        return this != ClientKinds.NOT_ASKED;
    }

    /** Whether there is nothing for such a client. */
    public boolean noLoader() {
        return kind == ClientKind.OTHER_UEFI;
    }

    /** What spoke for the kind. */
    public enum Ground {
        /** The machine told DHCP servers its architecture (option 93) a moment ago. */
        DHCP_ARCHITECTURE,
        /** The request had the windowsize option (RFC 7440), which EDK2 sends. */
        WINDOW_SIZE,
        /** The request asked for blocks of 1468 bytes, EDK2's constant. */
        BLOCK_SIZE_1468,
        /** The request asked for blocks of 1432 bytes, iPXE's constant. */
        BLOCK_SIZE_1432,
        /** The request said nothing, but the same address was seen to be UEFI a moment ago. */
        SEEN_BEFORE,
        /** Nothing spoke for anything. */
        NO_SIGN
    }
}
