package fr.brume.adapter.datagram;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An array of the kernel's mmsghdr with one buffer and one IPv4 address each, laid out as on every 64-bit Linux. Not safe for threads. */
final class Messages {
    private static final int HEADER = 64;
    private static final int NAME_LENGTH = 8;
    private static final int VECTOR = 16;
    private static final int VECTORS = 24;
    private static final int TAKEN = 56;
    private static final int PART = 16;
    private static final int PART_LENGTH = 8;
    private static final int NAME = 16;

    private final int size;
    private final ByteBuffer headers;
    private final ByteBuffer parts;
    private final ByteBuffer names;
    private final ByteBuffer[] buffers;
    private final Pointer start;

    /** So many messages of so many bytes. */
    Messages(int count, int size) {
        this.size = size;
        headers = zeros(count * HEADER);
        parts = zeros(count * PART);
        names = zeros(count * NAME);
        ByteBuffer bytes = ByteBuffer.allocateDirect(count * size);
        buffers = new ByteBuffer[count];
        for (int i = 0; i < count; i++) {
            buffers[i] = bytes.slice(i * size, size);
            headers.putLong(i * HEADER, address(names) + (long) i * NAME);
            headers.putLong(i * HEADER + VECTOR, address(parts) + (long) i * PART);
            headers.putLong(i * HEADER + VECTORS, 1);
            parts.putLong(i * PART, address(bytes) + (long) i * size);
            empty(i);
        }
        start = Native.getDirectBufferPointer(headers);
    }

    private static ByteBuffer zeros(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }

    private static long address(ByteBuffer direct) {
        return Pointer.nativeValue(Native.getDirectBufferPointer(direct));
    }

    /** The kernel may fill this one, as far as it goes. */
    void empty(int i) {
        headers.putInt(i * HEADER + NAME_LENGTH, NAME);
        parts.putLong(i * PART + PART_LENGTH, size);
    }

    /** The bytes of one, whole. */
    ByteBuffer buffer(int i) {
        return buffers[i].clear();
    }

    /** The bytes of one that the kernel has filled. */
    ByteBuffer taken(int i) {
        return buffer(i).limit(Math.min(size, headers.getInt(i * HEADER + TAKEN)));
    }

    /** Who has sent it, as in {@link PeerAddress#packed}. */
    long sender(int i) {
        return names.getLong(i * NAME);
    }

    /** Sets where it goes; its bytes are the remaining ones of its buffer. */
    void address(int i, long receiver) {
        names.putLong(i * NAME, receiver);
        parts.putLong(i * PART + PART_LENGTH, buffers[i].remaining());
    }

    /** For the kernel, from this one on. */
    Pointer from(int i) {
        return i == 0 ? start : start.share((long) i * HEADER);
    }

    /** Bytes that one can hold. */
    int size() {
        return size;
    }

    int count() {
        return buffers.length;
    }
}
