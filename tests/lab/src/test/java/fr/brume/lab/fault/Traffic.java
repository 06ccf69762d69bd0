package fr.brume.lab.fault;

import fr.brume.lab.network.Namespace;

/** What the card of the server has counted, whatever Brume says. Thread-safe: has no state. */
final class Traffic {
    private Traffic() {}

    /** Bytes that came in from the machines so far. */
    static long received() {
        return counter("rx_bytes");
    }

    /** Bytes that went out to the machines so far. */
    static long sent() {
        return counter("tx_bytes");
    }

    private static long counter(String name) {
        return Long.parseLong(Namespace.SERVER.run("cat", "/sys/class/net/eth0/statistics/" + name));
    }
}
