package fr.brume.adapter.datagram;

/** Peers by their address as in {@link PeerAddress#packed}, found without making an object. Not safe for threads. */
final class PeerTable<P> {
    private static final int FIRST_SIZE = 256;
    /** Knuth's multiplier: neighbouring addresses and ports get places far from each other. */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private long[] addresses = new long[FIRST_SIZE];
    private Object[] peers = new Object[FIRST_SIZE];
    private int count;

    /** The peer with this address; null when there is none. */
    @SuppressWarnings("unchecked")
    P get(long address) {
        return (P) peers[place(address)];
    }

    /** Adds a peer, or puts it in the place of another one with this address. */
    void put(long address, P peer) {
        int place = place(address);
        count += peers[place] == null ? 1 : 0;
        addresses[place] = address;
        peers[place] = peer;
        if (2 * count > peers.length) {
            grow();
        }
    }

    /** Without effect when there is none. */
    void remove(long address) {
        int gap = place(address);
        if (peers[gap] == null) {
            return;
        }
        peers[gap] = null;
        count--;
        // Those behind may have been put off because this place was taken.
        for (int i = next(gap); peers[i] != null; i = next(i)) {
            Object peer = peers[i];
            peers[i] = null;
            int place = place(addresses[i]);
            addresses[place] = addresses[i];
            peers[place] = peer;
        }
    }

    /** Where this address is, or would be. */
    private int place(long address) {
        int place = (int) ((address * SPREAD) >>> 32) & (peers.length - 1);
        while (peers[place] != null && addresses[place] != address) {
            place = next(place);
        }
        return place;
    }

    private int next(int place) {
        return (place + 1) & (peers.length - 1);
    }

    private void grow() {
        long[] oldAddresses = addresses;
        Object[] oldPeers = peers;
        addresses = new long[2 * oldPeers.length];
        peers = new Object[2 * oldPeers.length];
        for (int i = 0; i < oldPeers.length; i++) {
            if (oldPeers[i] != null) {
                int place = place(oldAddresses[i]);
                addresses[place] = oldAddresses[i];
                peers[place] = oldPeers[i];
            }
        }
    }
}
