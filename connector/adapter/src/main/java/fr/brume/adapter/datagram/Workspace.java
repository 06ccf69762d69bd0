package fr.brume.adapter.datagram;

import java.util.function.Consumer;

/** The native memory that one {@link KernelSocket} works with. Not safe for threads. */
final class Workspace {
    /** A block that fills an Ethernet frame, or less. */
    private static final int USUAL = 2048;

    private final Messages incoming = new Messages(PacketSocket.BATCH, PacketSocket.INCOMING);
    private final OutgoingMessages usual = new OutgoingMessages(PacketSocket.BATCH, USUAL);
    private final Consumer<Workspace> keeper;
    private OutgoingMessages large;
    private int largeSize;

    /** Native memory, which goes to this keeper when it is not needed any more: it is slow to get and slow to free. */
    Workspace(Consumer<Workspace> keeper) {
        this.keeper = keeper;
    }

    Messages incoming() {
        return incoming;
    }

    /** Room for packets of this size; large ones are rare, and go one at a time. */
    OutgoingMessages outgoing(int size) {
        if (size <= USUAL) {
            return usual;
        }
        if (large == null || largeSize < size) {
            large = new OutgoingMessages(1, size);
            largeSize = size;
        }
        return large;
    }

    void release() {
        large = null;
        usual.clear();
        keeper.accept(this);
    }
}
