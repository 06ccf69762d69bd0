package fr.brume.lab.network;

import fr.brume.test.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The network of the tutorial: 192.168.10.0/24 with the router at .1 and the server at .201, and a way from the test
 * to the portal. One lab per host at a time: a second one waits for a lock. Needs root. Not thread-safe.
 */
public final class Lan implements AutoCloseable {
    /** Address of the router. */
    public static final String ROUTER = "192.168.10.1";
    /** Fixed address of the server. */
    public static final String SERVER = "192.168.10.201";
    /** Address of the server for a browser on the host. */
    public static final String PORTAL = "192.168.219.2";

    private static final Path LOCK = Path.of("/run/lock/brlab.lock");
    private static final int TAPS = 2;

    private final FileChannel channel;
    private final FileLock lock;

    private Lan(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Cleans what a crashed run left and lays the cables.
     *
     * @return the network
     */
    public static Lan open() {
        try {
            FileChannel channel = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Lan lan = new Lan(channel, channel.lock());
            Leftovers.clean();
            lan.lay();
            return lan;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The tap of a machine.
     *
     * @param number 0 or 1
     * @return name of the interface in {@link Namespace#LAN}
     */
    public static String tap(int number) {
        return "tap" + number;
    }

    private void lay() {
        for (Namespace namespace : Namespace.values()) {
            Command.run("ip", "netns", "add", namespace.label());
            inside(namespace, "link", "set", "lo", "up");
        }
        inside(Namespace.LAN, "link", "add", "br0", "type", "bridge", "mcast_snooping", "0");
        inside(Namespace.LAN, "link", "set", "br0", "up");
        plug(Namespace.ROUTER, ROUTER);
        plug(Namespace.SERVER, SERVER);
        for (int i = 0; i < TAPS; i++) {
            inside(Namespace.LAN, "tuntap", "add", tap(i), "mode", "tap");
            inside(Namespace.LAN, "link", "set", tap(i), "master", "br0", "up");
        }
        openDoor();
    }

    /** Puts a namespace's eth0 on the switch. */
    private static void plug(Namespace namespace, String address) {
        String port = "to-" + namespace.name().toLowerCase(java.util.Locale.ROOT);
        Command.run(
                "ip",
                "link",
                "add",
                port,
                "netns",
                Namespace.LAN.label(),
                "type",
                "veth",
                "peer",
                "name",
                "eth0",
                "netns",
                namespace.label());
        inside(Namespace.LAN, "link", "set", port, "master", "br0", "up");
        inside(namespace, "addr", "add", address + "/24", "dev", "eth0");
        inside(namespace, "link", "set", "eth0", "up");
    }

    /** A cable from the host to the server, for the browser. */
    private static void openDoor() {
        Command.run(
                "ip",
                "link",
                "add",
                Namespace.PREFIX + "-door",
                "type",
                "veth",
                "peer",
                "name",
                "door",
                "netns",
                Namespace.SERVER.label());
        Command.run("ip", "addr", "add", "192.168.219.1/30", "dev", Namespace.PREFIX + "-door");
        Command.run("ip", "link", "set", Namespace.PREFIX + "-door", "up");
        inside(Namespace.SERVER, "addr", "add", PORTAL + "/30", "dev", "door");
        inside(Namespace.SERVER, "link", "set", "door", "up");
    }

    private static void inside(Namespace namespace, String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "ip";
        all[1] = "-netns";
        all[2] = namespace.label();
        System.arraycopy(words, 0, all, 3, words.length);
        Command.run(all);
    }

    /** Takes the network away, with every process that is still in it. */
    @Override
    public void close() {
        Leftovers.clean();
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
