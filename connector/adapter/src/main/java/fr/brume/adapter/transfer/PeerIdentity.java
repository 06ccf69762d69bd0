package fr.brume.adapter.transfer;

import fr.brume.protocol.link.TransferSnapshot;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Which connection this is.
 *
 * @param id unique while the server runs
 * @param client address and port of the peer
 * @param startedAt milliseconds since 1970
 */
record PeerIdentity(String id, InetSocketAddress client, long startedAt) {
    InetAddress address() {
        return client.getAddress();
    }

    TransferSnapshot snapshot(String session, long taskId, long bytes) {
        return new TransferSnapshot(id, "transfer", toString(), session, taskId, bytes, -1, startedAt);
    }

    @Override
    public String toString() {
        return address().getHostAddress() + ":" + client.getPort();
    }
}
