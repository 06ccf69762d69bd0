package fr.brume.adapter.transfer;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The memory through which files pass that must be sealed: as many buffers as threads did that at a time. Safe for threads. */
final class Stretches {
    private final Queue<ByteBuffer> free = new ConcurrentLinkedQueue<>();

    /** A buffer of {@link TlsLine#STRETCH} bytes, into which the kernel can copy without a detour. */
    ByteBuffer take() {
        ByteBuffer buffer = free.poll();
        return buffer == null ? ByteBuffer.allocateDirect(TlsLine.STRETCH) : buffer;
    }

    void give(ByteBuffer buffer) {
        free.add(buffer);
    }
}
