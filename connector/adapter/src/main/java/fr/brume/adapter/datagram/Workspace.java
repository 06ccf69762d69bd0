package fr.brume.adapter.datagram;

import java.util.function.Consumer;

/** The native memory that one {@link KernelSocket} works with. Not safe for threads. */
final class Workspace {
    /** A block that fills an Ethernet frame, or less. */
    private static final int USUAL = 2048;

    private final Messages incoming = new Messages(PacketSocket.BATCH, PacketSocket.INCOMING);
    private final Messages usual = new Messages(PacketSocket.BATCH, USUAL);
    private final Consumer<Workspace> keeper;
    private Messages large;

    /** Native memory, which goes to this keeper when it is not needed any more: it is slow to get and slow to free. */
    Workspace(Consumer<Workspace> keeper) {
        this.keeper = keeper;
    }

    Messages incoming() {
        return incoming;
    }

    /** Room for packets of this size; large ones are rare, and go one at a time. */
    Messages outgoing(int size) {
        if (size <= USUAL) {
            return usual;
        }
        if (large == null || large.size() < size) {
            large = new Messages(1, size);
        }
        return large;
    }

    void release() {
        large = null;
        keeper.accept(this);
    }
}
