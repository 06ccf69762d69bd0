package fr.brume.protocol.link;

import fr.brume.protocol.MacAddress;
import java.util.List;

/** The application's handle on the sockets that face the machines. Safe for threads. */
public interface MachineLink extends AutoCloseable {
    /**
     * Binds the listeners. A listener that cannot be bound does not stop the others: its state says why.
     *
     * @return the state of each listener asked for
     */
    List<ListenerState> open(ListenerSettings settings) throws LinkException;

    /** Frees every socket; transfers under way fail as cancelled. Without effect when nothing is open. */
    void closeListeners() throws LinkException;

    /** The state of the listeners last asked for; empty before {@link #open}. */
    List<ListenerState> listeners();

    /** The transfers under way, each with its counters as they are now. */
    List<TransferSnapshot> transfers();

    /** Ends one transfer; false when there is none of this id. */
    boolean cancel(String transferId);

    /** Sends a Wake-on-LAN packet to the broadcast address of every interface, UDP port 9. */
    void wake(MacAddress mac) throws LinkException;

    @Override
    void close();
}
