package fr.brume.adapter.datagram;

import com.sun.jna.Memory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;

/**
 * The number by which the kernel knows a socket that Java has opened. Java does not tell it; but two UDP sockets never have the same address and port, unless
 * they asked for that, so the one with this name is the one.
 */
final class Descriptor {
    private static final int LARGEST = 1 << 16;
    private static final int ADDRESS = 28;
    private static final int SOL_SOCKET = 1;
    private static final int SO_TYPE = 3;
    private static final int SOCK_DGRAM = 2;

    private Descriptor() {}

    /**
     * Finds the number of a bound IPv4 socket; good until the channel is closed.
     *
     * @throws IOException when it is none of this process
     */
    static int of(DatagramChannel channel) throws IOException {
        PeerAddress local = new PeerAddress((InetSocketAddress) channel.getLocalAddress());
        try (Memory name = new Memory(ADDRESS);
                Memory length = new Memory(Integer.BYTES)) {
            for (int socket = 0; socket < LARGEST; socket++) {
                name.clear();
                length.setInt(0, ADDRESS);
                if (KernelCalls.getsockname(socket, name, length) == 0
                        && name.getLong(0) == local.packed()
                        && datagrams(socket, name, length)) {
                    return socket;
                }
            }
        }
        throw new IOException("no descriptor is bound to " + local.address());
    }

    /** A TCP socket may have the same address and port. */
    private static boolean datagrams(int socket, Memory value, Memory length) {
        length.setInt(0, Integer.BYTES);
        return KernelCalls.getsockopt(socket, SOL_SOCKET, SO_TYPE, value, length) == 0 && value.getInt(0) == SOCK_DGRAM;
    }

    /** Whether the kernel cuts a message into packets. */
    static boolean cuts(int socket) {
        try (Memory value = new Memory(Integer.BYTES);
                Memory length = new Memory(Integer.BYTES)) {
            length.setInt(0, Integer.BYTES);
            return KernelCalls.getsockopt(socket, KernelCalls.SOL_UDP, KernelCalls.UDP_SEGMENT, value, length) == 0;
        }
    }
}
