package fr.brume.service.boot.client;

import fr.brume.protocol.MacAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The MAC addresses that the kernel resolved for its neighbours, which is who has just sent a packet from the same network. Linux
 * only; behind a router and elsewhere nobody is known. Safe for threads.
 */
@ApplicationScoped
public class Neighbours {
    private static final Path TABLE = Path.of("/proc/net/arp");
    private static final int ADDRESS = 0;
    private static final int FLAGS = 2;
    private static final int MAC = 3;
    private static final String INCOMPLETE = "0x0";

    private final Path table;

    public Neighbours() {
        this(TABLE);
    }

    /** Reads another table than the kernel's. */
    public Neighbours(Path table) {
        this.table = table;
    }

    /**
     * The address of the network card behind this IPv4 address.
     *
     * @param address numeric
     */
    public Optional<MacAddress> macOf(String address) {
        try {
            return Files.readAllLines(table, StandardCharsets.US_ASCII).stream()
                    .map(line -> line.split("\\s+"))
                    .filter(fields -> fields.length > MAC && fields[ADDRESS].equals(address))
                    .filter(fields -> !fields[FLAGS].equals(INCOMPLETE))
                    .findFirst()
                    .flatMap(fields -> MacAddress.parse(fields[MAC]));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
