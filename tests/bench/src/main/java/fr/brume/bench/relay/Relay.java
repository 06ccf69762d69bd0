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
    /** More than all windows of a load together: nothing is lost on the way. */
    private static final String QUEUE = "10000";

    private static final Path HERE = Path.of("/proc/self/ns/net");

    private final String client;
    private final Path there;
    private final Direction up;
    private final Direction down;

    /**
     * Makes both interfaces.
     *
     * @param holder a process in the clients' network, which is to be empty
     * @param servers addresses of this network that the clients shall reach, as a prefix
     * @param network a free one of three numbers for both ends, as in 10.70.0
     * @param offload whether the interfaces take what the kernel has not cut into packets yet and hand it over as it is, as network cards with segmentation
     *     offload do, and virtio between a host and its guests; else each packet by itself
     */
    public Relay(long holder, String servers, String network, Duration roundTrip, boolean offload) throws IOException {
        there = Path.of("/proc/" + holder + "/ns/net");
        client = network + ".2";
        String near = "near-" + network;
        String far = "far-" + network;
        int server = Kernel.tun(near, offload);
        int clients = Kernel.tun(far, offload);
        String inside = "nsenter --net=" + there + " ";
        List.of(
                        "ip link set " + far + " netns " + holder,
                        "ip addr add " + network + ".1/24 dev " + near,
                        "ip link set " + near + " up txqueuelen " + QUEUE,
                        inside + "ip addr add " + client + "/24 dev " + far,
                        inside + "ip link set " + far + " up txqueuelen " + QUEUE,
                        inside + "ip route add " + servers + " dev " + far)
                .forEach(Relay::run);
        long delay = roundTrip.toNanos() / 2;
        up = new Direction(clients, server, delay);
        down = new Direction(server, clients, delay);
    }

    /** The address of the clients' end. */
    public String client() {
        return client;
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
