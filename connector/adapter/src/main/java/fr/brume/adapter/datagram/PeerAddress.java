package fr.brume.adapter.datagram;

import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/** Where a peer sends from, in Java's form and in the kernel's, so that no packet needs a conversion. Immutable. */
public final class PeerAddress {
    /** AF_INET on Linux. */
    private static final short INTERNET = 2;

    private final InetSocketAddress address;
    private final long packed;

    /** The address of one peer, resolved. */
    public PeerAddress(InetSocketAddress address) {
        this.address = Objects.requireNonNull(address);
        this.packed = address.getAddress() instanceof Inet4Address ? pack(address) : 0;
    }

    private static long pack(InetSocketAddress address) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
        bytes.putShort(INTERNET);
        bytes.order(ByteOrder.BIG_ENDIAN).putShort((short) address.getPort());
        bytes.put(address.getAddress().getAddress());
        return bytes.order(ByteOrder.nativeOrder()).getLong(0);
    }

    /** The same for Java. */
    public InetSocketAddress address() {
        return address;
    }

    /** The eight bytes of a sockaddr_in that mean something, as a number of this machine's byte order; 0 for an address of IPv6. */
    long packed() {
        return packed;
    }
}
