package fr.brume.lab.network;

import fr.brume.test.process.Command;
import java.util.ArrayList;
import java.util.List;

/**
 * One network namespace of the lab. All names begin with {@link #PREFIX}, so that a run can clean what a crashed one
 * left.
 */
public enum Namespace {
    /** The switch with all machines' taps. */
    LAN("lan"),
    /** The router: DHCP, as IPFire in the tutorial. */
    ROUTER("rtr"),
    /** The host of the Brume server. */
    SERVER("srv");

    /** Beginning of all names. */
    static final String PREFIX = "brlab";

    private final String label;

    Namespace(String suffix) {
        this.label = PREFIX + "-" + suffix;
    }

    /** {@return its name for {@code ip netns}} */
    public String label() {
        return label;
    }

    /** {@return the words that make a program run in this namespace} */
    public List<String> launcher() {
        return List.of("ip", "netns", "exec", label);
    }

    /**
     * The words for a program in this namespace.
     *
     * @param words program and arguments
     * @return all words
     */
    public List<String> command(String... words) {
        List<String> all = new ArrayList<>(launcher());
        all.addAll(List.of(words));
        return all;
    }

    /**
     * Runs a program here to its end.
     *
     * @param words program and arguments
     * @return what it printed
     */
    public String run(String... words) {
        return Command.run(command(words).toArray(String[]::new));
    }
}
