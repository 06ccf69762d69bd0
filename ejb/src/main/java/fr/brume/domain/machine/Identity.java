package fr.brume.domain.machine;

import java.util.List;
import java.util.Optional;

/**
 * The host that a machine is taken for.
 *
 * @param ground why
 * @param host it is taken for; empty for none
 * @param other the host whose address it shows without being it; empty for none
 */
public record Identity(IdentityGround ground, Optional<KnownIdentity> host, Optional<KnownIdentity> other) {
    static Identity of(IdentityGround ground, KnownIdentity host) {
        return new Identity(ground, Optional.of(host), Optional.empty());
    }

    static Identity none(IdentityGround ground) {
        return new Identity(ground, Optional.empty(), Optional.empty());
    }

    /** The same, and the address is this host's. */
    Identity withAddressOf(KnownIdentity owner) {
        return new Identity(ground, host, Optional.of(owner));
    }

    public Optional<Long> hostId() {
        return host.map(KnownIdentity::hostId);
    }

    /** Names for the sentence of the ground: the host and the other one, where there are. */
    public List<String> names() {
        return List.of(
                host.map(KnownIdentity::name).orElse(""),
                other.map(KnownIdentity::name).orElse(""));
    }
}
