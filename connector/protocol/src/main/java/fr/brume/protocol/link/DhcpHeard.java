package fr.brume.protocol.link;

import fr.brume.protocol.dhcp.DhcpPacket;
import java.util.List;

/**
 * What a machine that boots said to DHCP servers. Nothing in it is proved.
 *
 * @param packet as it came
 * @param clientAddress it came from, numeric; {@code 0.0.0.0} while the machine has none
 * @param serverAddresses local addresses from which a proxy's answer can leave; empty when none is wanted
 */
public record DhcpHeard(DhcpPacket packet, String clientAddress, List<String> serverAddresses) {
    public DhcpHeard {
        serverAddresses = List.copyOf(serverAddresses);
    }
}
