package fr.brume.adapter.datagram;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * An array of the kernel's mmsghdr with one buffer and one IPv4 address each, laid out as on every 64-bit Linux. A message to be sent may take several buffers in a
 * row, which the kernel cuts again where each ends. Not safe for threads.
 */
final class Messages {
    private static final int HEADER = 64;
    private static final int NAME_LENGTH = 8;
    private static final int VECTOR = 16;
    private static final int VECTORS = 24;
    private static final int CONTROL = 32;
    private static final int CONTROL_LENGTH = 40;
    private static final int TAKEN = 56;
    private static final int PART = 16;
    private static final int PART_LENGTH = 8;
    private static final int NAME = 16;

    /** A cmsghdr with the two bytes of UDP_SEGMENT, and its length without what fills it up. */
    private static final int CUT = 24;

    private static final long CUT_LENGTH = 18;
    private static final int CUT_LEVEL = 8;
    private static final int CUT_KIND = 12;
    private static final int CUT_SIZE = 16;

    private final int size;
    private final ByteBuffer headers;
    private final ByteBuffer parts;
    private final ByteBuffer names;
    private final ByteBuffer cuts;
    private final ByteBuffer[] buffers;
    private final long firstPart;
    private final long firstCut;
    private final long start;

    /** So many messages of so many bytes. */
    Messages(int count, int size) {
        this.size = size;
        headers = zeros(count * HEADER);
        parts = zeros(count * PART);
        names = zeros(count * NAME);
        cuts = zeros(count * CUT);
        firstPart = address(parts);
        firstCut = address(cuts);
        ByteBuffer bytes = ByteBuffer.allocateDirect(count * size);
        buffers = new ByteBuffer[count];
        for (int i = 0; i < count; i++) {
            buffers[i] = bytes.slice(i * size, size);
            headers.putLong(i * HEADER, address(names) + (long) i * NAME);
            headers.putLong(i * HEADER + VECTOR, firstPart + (long) i * PART);
            headers.putLong(i * HEADER + VECTORS, 1);
            cuts.putLong(i * CUT, CUT_LENGTH);
            cuts.putInt(i * CUT + CUT_LEVEL, KernelCalls.SOL_UDP);
            cuts.putInt(i * CUT + CUT_KIND, KernelCalls.UDP_SEGMENT);
            parts.putLong(i * PART, address(bytes) + (long) i * size);
            empty(i);
        }
        start = address(headers);
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

    /** What remains of a buffer is its packet. */
    void close(int buffer) {
        parts.putLong(buffer * PART + PART_LENGTH, buffers[buffer].remaining());
    }

    /** Bytes of a packet. */
    int length(int buffer) {
        return (int) parts.getLong(buffer * PART + PART_LENGTH);
    }

    /** Makes a message of some packets in a row, all as long as the first but for the last. */
    void address(int message, long receiver, int first, int count) {
        int header = message * HEADER;
        names.putLong(message * NAME, receiver);
        headers.putLong(header + VECTOR, firstPart + (long) first * PART);
        headers.putLong(header + VECTORS, count);
        headers.putLong(header + CONTROL, count > 1 ? firstCut + (long) message * CUT : 0);
        headers.putLong(header + CONTROL_LENGTH, count > 1 ? CUT : 0);
        cuts.putShort(message * CUT + CUT_SIZE, (short) length(first));
    }

    /** Where the first one is in memory, which stays as long as this object. */
    long start() {
        return start;
    }

    /** Bytes that one can hold. */
    int size() {
        return size;
    }
}
