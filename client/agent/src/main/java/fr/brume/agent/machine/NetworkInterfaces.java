package fr.brume.agent.machine;

import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.NetworkInterfaceReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The Ethernet interfaces that are hardware, in the order of the kernel's indexes. */
final class NetworkInterfaces {
    private static final String ETHERNET = "1";

    private final Path net;

    NetworkInterfaces(Path sys) {
        this.net = sys.resolve("class/net");
    }

    List<NetworkInterfaceReport> read() {
        Comparator<String> byIndex = Comparator.comparingLong(
                name -> KernelFiles.number(net.resolve(name).resolve("ifindex"), 0));
        return KernelFiles.names(net, byIndex).stream()
                .flatMap(name -> one(name).stream())
                .toList();
    }

    private Optional<NetworkInterfaceReport> one(String name) {
        Path folder = net.resolve(name);
        // Only hardware has a device: loopback, bridges and tunnels have none.
        if (!Files.exists(folder.resolve("device"))
                || !KernelFiles.text(folder.resolve("type")).equals(ETHERNET)) {
            return Optional.empty();
        }
        int speed = (int) Math.max(0, KernelFiles.number(folder.resolve("speed"), 0));
        return MacAddress.parse(KernelFiles.text(folder.resolve("address")))
                .map(mac -> new NetworkInterfaceReport(name, mac.text(), driver(folder), speed));
    }

    private static String driver(Path folder) {
        try {
            return folder.resolve("device/driver").toRealPath().getFileName().toString();
        } catch (IOException e) {
            return "";
        }
    }
}
