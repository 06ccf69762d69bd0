package fr.brume.domain.machine;

import fr.brume.protocol.MacAddress;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A host as far as it matters for telling machines apart.
 *
 * @param hostId its number
 * @param name of it
 * @param macs its addresses and what each says
 * @param uuid as stored; empty for none
 */
public record KnownIdentity(long hostId, String name, Map<MacAddress, MacStanding> macs, String uuid) {
    public KnownIdentity {
        macs = Map.copyOf(macs);
    }

    /** That of a stored host. */
    public static KnownIdentity of(Host host) {
        Map<MacAddress, MacStanding> macs =
                host.getMacs().stream().collect(Collectors.toMap(HostMac::getMac, HostMac::getStanding));
        return new KnownIdentity(host.getId(), host.getName(), macs, host.getSystemUuid());
    }

    /** Its UUID where that is not one that many machines have. */
    Optional<MachineUuid> tellingUuid() {
        return MachineUuid.telling(uuid);
    }

    boolean bears(MachineUuid shown) {
        return tellingUuid().filter(shown::sameAs).isPresent();
    }

    boolean owns(MacAddress mac) {
        return macs.get(mac) == MacStanding.OWN;
    }
}
