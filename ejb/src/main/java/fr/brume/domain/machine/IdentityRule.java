package fr.brume.domain.machine;

import fr.brume.protocol.MacAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How a host is found from what a machine shows. UUIDs that makers leave blank or give to a whole series count as absent, and so
 * does one that several hosts have. Where address and UUID do not agree the machine is somebody's to look at, and gets no task.
 */
public final class IdentityRule {
    private final ShownIdentity shown;
    private final Optional<MachineUuid> uuid;
    private final List<KnownIdentity> known;
    private final List<KnownIdentity> bearers;

    private IdentityRule(ShownIdentity shown, Collection<KnownIdentity> known) {
        this.shown = shown;
        this.known = List.copyOf(known);
        uuid = MachineUuid.telling(shown.uuid());
        bearers = all(host -> uuid.filter(host::bears).isPresent());
    }

    /**
     * The host that the machine is taken for.
     *
     * @param known every host that has one of the addresses or the UUID, or the UUID of one that has an address
     */
    public static Identity of(ShownIdentity shown, Collection<KnownIdentity> known) {
        return new IdentityRule(shown, known).identity();
    }

    private Identity identity() {
        Optional<KnownIdentity> owner =
                all(host -> host.macs().containsKey(shown.booted())).stream().findFirst();
        if (owner.isEmpty()) {
            return byUuid(IdentityGround.NEW_ADDRESS).orElseGet(this::byOtherAddress);
        }
        KnownIdentity host = owner.get();
        return switch (host.macs().get(shown.booted())) {
            case OWN -> byAddress(host);
            case SHARED -> byUuid(IdentityGround.SHARED_ADDRESS).orElseGet(() -> Identity.none(IdentityGround.NEW));
            case PENDING -> pending(host);
        };
    }

    private Identity byAddress(KnownIdentity owner) {
        if (uuid.isEmpty()) {
            return Identity.of(isSingle(owner) ? IdentityGround.UUID_HIDDEN : IdentityGround.ADDRESS_ONLY, owner);
        }
        if (bearers.contains(owner)) {
            return Identity.of(isSingle(owner) ? IdentityGround.AGREED : IdentityGround.ADDRESS_ONLY, owner);
        }
        if (bearers.size() == 1) {
            return Identity.of(IdentityGround.ADDRESS_OF_OTHER, bearers.get(0)).withAddressOf(owner);
        }
        return bearers.isEmpty() && owner.tellingUuid().isEmpty()
                ? Identity.of(IdentityGround.ADDRESS_ONLY, owner)
                : Identity.none(IdentityGround.ADDRESS_MOVED).withAddressOf(owner);
    }

    private Identity pending(KnownIdentity owner) {
        return byUuid(bearers.contains(owner) ? IdentityGround.PENDING_ADDRESS : IdentityGround.NEW_ADDRESS)
                .orElseGet(this::byOtherAddress);
    }

    /** The UUID alone names a host only when no other has it. */
    private Optional<Identity> byUuid(IdentityGround ground) {
        return switch (bearers.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(Identity.of(ground, bearers.get(0)));
            default -> Optional.of(Identity.none(IdentityGround.TWIN_UUID));
        };
    }

    private Identity byOtherAddress() {
        List<KnownIdentity> owners = all(host -> shown.others().stream().anyMatch(host::owns));
        boolean alone = owners.size() == 1 && owners.get(0).tellingUuid().isEmpty();
        return alone ? Identity.of(IdentityGround.OTHER_ADDRESS, owners.get(0)) : Identity.none(IdentityGround.NEW);
    }

    /** Whether this host has a UUID, and no other has the same. */
    private boolean isSingle(KnownIdentity host) {
        return host.tellingUuid()
                .filter(own -> all(other -> other.bears(own)).size() == 1)
                .isPresent();
    }

    private List<KnownIdentity> all(Predicate<KnownIdentity> wanted) {
        return known.stream().filter(wanted).toList();
    }

    /** The addresses that a search for {@code known} begins with. */
    public static List<MacAddress> addresses(ShownIdentity shown) {
        return Stream.concat(Stream.of(shown.booted()), shown.others().stream())
                .distinct()
                .toList();
    }
}
