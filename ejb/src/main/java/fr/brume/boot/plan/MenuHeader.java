package fr.brume.boot.plan;

/** What the first line of the menu says of the machine. */
public sealed interface MenuHeader {
    /** Nobody registered it. */
    record Unknown() implements MenuHeader {}

    /**
     * It is a host.
     *
     * @param name of the host
     */
    record Registered(String name) implements MenuHeader {}

    /** It announced itself and waits for a technician's approval. */
    record Pending() implements MenuHeader {}
}
