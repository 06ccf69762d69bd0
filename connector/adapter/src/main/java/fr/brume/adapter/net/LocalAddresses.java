package fr.brume.adapter.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads the interfaces that are up now. Network boot is IPv4: other addresses are left out. */
public final class LocalAddresses {
    private LocalAddresses() {}

    /** Every local address, loopback included. */
    public static Set<InetAddress> all() throws SocketException {
        Set<InetAddress> addresses = new LinkedHashSet<>();
        for (NetworkInterface each : (Iterable<NetworkInterface>) NetworkInterface.networkInterfaces()::iterator) {
            if (each.isUp()) {
                each.inetAddresses().filter(Inet4Address.class::isInstance).forEach(addresses::add);
            }
        }
        return addresses;
    }

    /** The interface addresses that have a broadcast address. */
    public static Set<InterfaceAddress> broadcasting() throws SocketException {
        Set<InterfaceAddress> addresses = new LinkedHashSet<>();
        for (NetworkInterface each : (Iterable<NetworkInterface>) NetworkInterface.networkInterfaces()::iterator) {
            if (each.isUp() && !each.isLoopback()) {
                each.getInterfaceAddresses().stream()
                        .filter(address -> address.getBroadcast() != null)
                        .forEach(addresses::add);
            }
        }
        return addresses;
    }
}
