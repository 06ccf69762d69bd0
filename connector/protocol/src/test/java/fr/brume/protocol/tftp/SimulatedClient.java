package fr.brume.protocol.tftp;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The receiving side of RFC 7440: acknowledges each window, the last block, and the last good block when one is missing. */
final class SimulatedClient {
    private final int window;
    private final int blockSize;
    private final byte[] received;
    private int length;
    private long expected;
    private int inWindow;
    private boolean complete;

    SimulatedClient(int window, int blockSize, int size) {
        this.window = window;
        this.blockSize = blockSize;
        this.received = new byte[size];
    }

    Optional<ByteBuffer> receive(ByteBuffer packet) {
        int opcode = packet.getShort();
        if (opcode == Opcode.OPTION_ACKNOWLEDGEMENT) {
            expected = Math.max(1, expected);
            return acknowledge(expected - 1);
        }
        if (opcode != Opcode.DATA) {
            return Optional.empty();
        }
        if (Short.toUnsignedInt(packet.getShort()) != (expected & 0xffff)) {
            return acknowledge(expected - 1);
        }
        return take(packet);
    }

    private Optional<ByteBuffer> take(ByteBuffer packet) {
        int count = packet.remaining();
        packet.get(received, length, count);
        length += count;
        complete = count < blockSize;
        inWindow++;
        expected++;
        return complete || inWindow == window ? acknowledge(expected - 1) : Optional.empty();
    }

    private Optional<ByteBuffer> acknowledge(long block) {
        inWindow = 0;
        return block < 0 ? Optional.empty() : Optional.of(Packets.acknowledgement((int) (block & 0xffff)));
    }

    /** Whether it has heard anything; otherwise it asks again. */
    boolean answered() {
        return expected > 0;
    }

    boolean complete() {
        return complete;
    }

    byte[] received() {
        return received;
    }
}
