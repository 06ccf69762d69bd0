package fr.brume.bench.relay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A network between this process's servers and clients in a network of their own: two interfaces, with a program between them that gives every packet on after half a
 * round trip. It works in the thread that calls {@link #turn}, so it takes its share of the processor from the load, not from the server. As root. Not safe for threads.
 */
public final class Relay {
    /** The address of the clients' end. */
    public static final String CLIENT = "10.70.0.2";

    private static final String SERVER = "10.70.0.1";
    private static final String SERVER_SIDE = "brume-server";
    private static final String CLIENT_SIDE = "brume-client";
    /** More than all windows of a load together: nothing is lost on the way. */
    private static final String QUEUE = "10000";

    private static final Path HERE = Path.of("/proc/self/ns/net");

    private final Path there;
    private final Direction up;
    private final Direction down;

    /**
     * Makes both interfaces.
     *
     * @param holder a process in the clients' network, which is to be empty
     * @param servers addresses of this network that the clients shall reach, as a prefix
     */
    public Relay(long holder, String servers, Duration roundTrip) throws IOException {
        there = Path.of("/proc/" + holder + "/ns/net");
        int server = Kernel.tun(SERVER_SIDE);
        int client = Kernel.tun(CLIENT_SIDE);
        String inside = "nsenter --net=" + there + " ";
        List.of(
                        "ip link set " + CLIENT_SIDE + " netns " + holder,
                        "ip addr add " + SERVER + "/24 dev " + SERVER_SIDE,
                        "ip link set " + SERVER_SIDE + " up txqueuelen " + QUEUE,
                        inside + "ip addr add " + CLIENT + "/24 dev " + CLIENT_SIDE,
                        inside + "ip link set " + CLIENT_SIDE + " up txqueuelen " + QUEUE,
                        inside + "ip route add " + servers + " dev " + CLIENT_SIDE)
                .forEach(Relay::run);
        long delay = roundTrip.toNanos() / 2;
        up = new Direction(client, server, delay);
        down = new Direction(server, client, delay);
    }

    private static void run(String command) {
        try {
            Process process = new ProcessBuilder(command.split(" ")).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sockets that this thread opens from now on are the clients'. */
    public void enter() throws IOException {
        Kernel.enter(there);
    }

    /** Sockets that this thread opens from now on are of the process's own network again. */
    public void leave() throws IOException {
        Kernel.enter(HERE);
    }

    /** Moves packets on; to be called without a pause. */
    public void turn(long now) {
        up.turn(now);
        down.turn(now);
    }
}
