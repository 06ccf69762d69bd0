package fr.brume.domain.image;

/** What a machine must show before it gets a task. The names are stored. */
public enum TrustLevel {
    /** The ticket of its boot: resists listeners and replay, not one who copies address and UUID of a machine with a waiting task. */
    NETWORK,
    /** Besides, that somebody with an account sees the machine: the code on its screen typed in the portal, or a login there. */
    CONFIRMED;

    /** Key of the label in {@code fr.brume.domain.Messages}. */
    public String key() {
        return "trustLevel." + name();
    }
}
