package fr.brume.adapter.datagram;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;

/**
 * A bound UDP socket for several peers, each known by its address; what others send is dropped here. Packets are written into the socket's own buffers and wait
 * there until {@link #flush}. Not safe for threads.
 *
 * @param <P> what stands for a peer
 */
public interface PacketSocket<P> extends Closeable {
    /** Packets that one {@link #receive} takes at most. */
    int BATCH = 64;

    /** Bytes of an incoming packet that are looked at; the rest is lost. */
    int INCOMING = 512;

    /** To wait for packets, or for room to send. */
    SelectableChannel channel();

    /** From now on packets from this address are the peer's. */
    void join(PeerAddress address, P peer);

    /** No longer. */
    void leave(PeerAddress address);

    /**
     * Takes packets that have come.
     *
     * @param taker of those that are from peers
     * @return how many were taken, with those from others; less than {@value #BATCH} when no more were there
     */
    int receive(Taker<P> taker) throws IOException;

    /**
     * Room for one more packet, the same until {@link #put}.
     *
     * @param size bytes that the packet may need
     * @return null when there is none before a {@link #flush}
     */
    ByteBuffer room(int size);

    /** The packet that was written to {@link #room}, and flipped, goes to this peer. One that the network refuses counts as lost on the way. */
    void put(PeerAddress to);

    /** Sends what waits; false when the socket takes no more now and something still waits. */
    boolean flush();

    /** What a packet from a peer is given to. */
    @FunctionalInterface
    interface Taker<P> {
        /** Takes a packet, which is good during this call only. */
        void take(P peer, ByteBuffer packet);
    }
}
