package fr.brume.adapter.datagram;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Opens the best kind of {@link PacketSocket} there is, and keeps some memory for the next one. Not safe for threads. */
public final class PacketSockets {
    private static final Logger LOG = System.getLogger(PacketSockets.class.getName());
    private static final int KEPT = 4;

    private final boolean kernel;
    private final boolean cuts;
    private final Deque<Workspace> spare = new ArrayDeque<>();

    public PacketSockets() {
        this(KernelCalls.available(), true);
    }

    /** With the kernel's own calls or without; with messages that it cuts, if it can, or without. */
    PacketSockets(boolean kernel, boolean cuts) {
        this.kernel = kernel;
        this.cuts = cuts;
    }

    /**
     * Makes a socket of a bound channel, which is the socket's from now on.
     *
     * @param lost is told of each packet that the network did not take
     */
    public <P> PacketSocket<P> of(DatagramChannel bound, Consumer<IOException> lost) throws IOException {
        InetSocketAddress local = (InetSocketAddress) bound.getLocalAddress();
        if (kernel && local.getAddress() instanceof Inet4Address) {
            try {
                int descriptor = Descriptor.of(bound);
                Workspace workspace = spare.isEmpty() ? new Workspace(this::keep) : spare.pop();
                return new KernelSocket<>(bound, descriptor, cuts && Descriptor.cuts(descriptor), workspace, lost);
            } catch (IOException e) {
                LOG.log(Level.WARNING, "Packets go one by one: " + e.getMessage());
            }
        }
        return new ChannelSocket<>(bound, lost);
    }

    private void keep(Workspace workspace) {
        if (spare.size() < KEPT) {
            spare.push(workspace);
        }
    }
}
