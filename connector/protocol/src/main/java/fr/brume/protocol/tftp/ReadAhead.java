package fr.brume.protocol.tftp;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Buffers for reading on behind what a transfer has asked for; given back after use, since native memory is slow to get and slow to free. Safe for threads. */
final class ReadAhead {
    /** Bytes of one buffer, which is what a transfer holds at most: eleven blocks of an Ethernet frame each, so one system call instead of eleven. */
    static final int SIZE = 16 << 10;

    private static final int KEPT = 256;

    private final Deque<ByteBuffer> free = new ArrayDeque<>();

    /** An empty buffer of {@value #SIZE} bytes. */
    synchronized ByteBuffer take() {
        ByteBuffer buffer = free.poll();
        return buffer == null
                ? ByteBuffer.allocateDirect(SIZE).limit(0)
                : buffer.clear().limit(0);
    }

    synchronized void giveBack(ByteBuffer buffer) {
        if (free.size() < KEPT) {
            free.push(buffer);
        }
    }

    /** Buffers that wait for their next use. */
    synchronized int free() {
        return free.size();
    }
}
