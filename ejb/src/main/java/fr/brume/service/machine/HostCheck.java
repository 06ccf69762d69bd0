package fr.brume.service.machine;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusals;
import fr.brume.domain.image.Image;
import fr.brume.domain.machine.Host;
import fr.brume.domain.machine.HostDraft;
import fr.brume.domain.machine.HostRules;
import fr.brume.protocol.MacAddress;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Checks a draft against its own rules and against the other hosts. */
final class HostCheck {
    private final EntityManager em;
    private final HostFinder finder;

    HostCheck(EntityManager em) {
        this.em = em;
        this.finder = new HostFinder(em);
    }

    /** Refuses what cannot be taken; {@code self} is the host that is changed, null for a new one. */
    void check(HostDraft draft, Long self) throws InvalidInputException {
        Refusals refusals = HostRules.check(draft);
        boolean imageGone = draft.imageId() != null && em.find(Image.class, draft.imageId()) == null;
        boolean nameTaken = refusals.accepts("name") && finder.nameTaken(draft.name(), self);
        refusals.refuseIf(imageGone, "imageId", "refusal.image.gone")
                .refuseIf(nameTaken, "name", "refusal.host.nameTaken", draft.name());
        HostRules.macs(draft).forEach(mac -> checkFree(mac, draft, self, refusals));
        refusals.orThrow();
    }

    private void checkFree(MacAddress mac, HostDraft draft, Long self, Refusals refusals) {
        Optional<Host> owner = finder.byMac(mac).filter(h -> !h.getId().equals(self));
        boolean primary =
                MacAddress.parse(draft.primaryMac()).filter(mac::equals).isPresent();
        String field = primary ? "primaryMac" : "otherMacs";
        owner.ifPresent(h -> refusals.refuseIf(true, field, "refusal.mac.taken", mac.text(), h.getName()));
    }
}
