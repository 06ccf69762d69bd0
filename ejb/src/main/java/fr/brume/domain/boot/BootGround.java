package fr.brume.domain.boot;

/** Why a machine was given just this file. */
public enum BootGround {
    /** Nothing was given. */
    NONE,
    /** Everybody gets the same under that name. */
    NAME,
    /** The state of the machine: known or not, with a task or without. */
    STATE,
    /** What the machine shows of itself: addresses and UUID. */
    IDENTITY,
    /** The machine had said its architecture to DHCP servers a moment ago. */
    DHCP_ARCHITECTURE,
    /** The request had the windowsize option, which EDK2 sends. */
    WINDOW_SIZE,
    /** The request asked for blocks of 1468 bytes, EDK2's constant. */
    BLOCK_SIZE_1468,
    /** The request asked for blocks of 1432 bytes, iPXE's constant. */
    BLOCK_SIZE_1432,
    /** The request said nothing, but the same address was seen to be UEFI a moment ago. */
    SEEN_BEFORE,
    /** Nothing spoke for anything. */
    NO_SIGN;

    /** Key of the label in {@code fr.brume.domain.Messages}. */
    public String key() {
        return "bootGround." + name();
    }

    /** The ground of this name; {@link #NAME} for one that is not known here. */
    public static BootGround of(String name) {
        for (BootGround ground : values()) {
            if (ground.name().equals(name)) {
                return ground;
            }
        }
        return NAME;
    }
}
