package fr.brume.adapter.datagram;

import java.nio.ByteBuffer;

/**
 * Packets that wait to be sent, arranged as messages for the kernel: one each, or one for those that follow each other to the same peer, which the kernel
 * cuts again into packets of equal size (UDP_SEGMENT of udp(7)); the last of them may be shorter. Not safe for threads.
 */
final class OutgoingMessages {
    /** The kernel takes no more of them in one message. */
    private static final int SEGMENTS = 64;

    /** Bytes of a message: what one IPv4 packet can say of its length. */
    private static final int LARGEST_MESSAGE = 65_507;

    /** The kernel does not cut into packets that would have to be cut again: what is larger than an Ethernet frame goes by itself. */
    private static final int LARGEST_SEGMENT = 1472;

    private final Messages messages;
    private final long[] receivers;
    private final int[] ends;
    private int filled;

    /** So many packets of so many bytes. */
    OutgoingMessages(int count, int size) {
        messages = new Messages(count, size);
        receivers = new long[count];
        ends = new int[count];
    }

    /** Room for the next packet; null when there is none. */
    ByteBuffer room(int size) {
        return size <= messages.size() && filled < receivers.length ? messages.buffer(filled) : null;
    }

    /** What was written to {@link #room} goes to this receiver, as in {@link PeerAddress#packed}. */
    void put(long receiver) {
        messages.close(filled);
        receivers[filled] = receiver;
        filled++;
    }

    /** Packets that wait. */
    int filled() {
        return filled;
    }

    /** Forgets all packets. */
    void clear() {
        filled = 0;
    }

    /**
     * Makes messages of the packets from this one on.
     *
     * @param together whether the kernel cuts
     * @return how many
     */
    int arrange(int from, boolean together) {
        int count = 0;
        for (int first = from; first < filled; first = ends[count++]) {
            int end = together ? run(first) : first + 1;
            messages.address(count, receivers[first], first, end - first);
            ends[count] = end;
        }
        return count;
    }

    /** Where the packets end that can go together with this one. */
    private int run(int first) {
        int size = messages.length(first);
        int end = first + 1;
        if (size <= LARGEST_SEGMENT) {
            int most = Math.min(filled, first + Math.min(SEGMENTS, LARGEST_MESSAGE / Math.max(1, size)));
            while (end < most && receivers[end] == receivers[first] && follows(end, size)) {
                end++;
            }
        }
        return end;
    }

    /** None but the last may be shorter, and an empty one is no segment. */
    private boolean follows(int packet, int size) {
        int length = messages.length(packet);
        return messages.length(packet - 1) == size && length <= size && length > 0;
    }

    /** The packet behind a message that was arranged. */
    int end(int message) {
        return ends[message];
    }

    /** Where what was arranged begins in memory. */
    long start() {
        return messages.start();
    }
}
