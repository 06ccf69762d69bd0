package fr.brume.service.boot.menu;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.SYSTEM;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;

import fr.brume.boot.plan.BootMenu;
import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.account.AuditAction;
import fr.brume.domain.boot.BootMenuDraft;
import fr.brume.domain.boot.BootMenuEntry;
import fr.brume.service.audit.AuditService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** Lists and changes the entries of the boot menu, and puts the menu together. Refuses input with every reason at once. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class BootMenuService {
    /** More than a screen of firmware shows, and few enough to read at each change. */
    public static final int MOST_ENTRIES = 64;

    private static final int STEP = 10;

    @PersistenceContext(unitName = "brume")
    EntityManager em;

    @EJB
    AuditService audit;

    @Inject
    BootMenuSource source;

    @Inject
    Event<BootMenuChanged> changed;

    /** All entries in the order of the menu. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    public List<BootMenuEntry> list() {
        return em.createQuery("SELECT e FROM BootMenuEntry e ORDER BY e.position, e.id", BootMenuEntry.class)
                .getResultList();
    }

    /** All entries in the order of the menu, with what a page says of them in this language. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN})
    public List<MenuEntryView> views(Locale locale) {
        return list().stream().map(entry -> MenuEntryView.of(entry, locale)).toList();
    }

    /** What a page says of an entry that is to be written. */
    public MenuEntryView blank() {
        return MenuEntryView.of(null, Locale.ROOT);
    }

    /** The menu as loaders of this language show it; not older than a few seconds, and never older than a change made here. */
    @RolesAllowed({ADMINISTRATOR, TECHNICIAN, SYSTEM})
    public BootMenu menu(Locale locale) {
        return source.menu(locale);
    }

    /** Adds an entry that the site wrote, as the last one. */
    public BootMenuEntry create(BootMenuDraft draft) throws InvalidInputException {
        List<BootMenuEntry> entries = list();
        if (entries.size() >= MOST_ENTRIES) {
            throw new InvalidInputException(Refusal.of("", "refusal.menu.full", Integer.toString(entries.size())));
        }
        new BootMenuCheck(entries).check(draft, null);
        int last = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).getPosition();
        BootMenuEntry entry = new BootMenuEntry(draft, last + STEP);
        em.persist(entry);
        settle(entries, entry);
        note(AuditAction.CREATED, entry.getItem(), content(draft));
        return entry;
    }

    /** Makes an entry as the draft says; a built-in one keeps its item. */
    public BootMenuEntry update(long id, BootMenuDraft draft) throws InvalidInputException {
        List<BootMenuEntry> entries = list();
        BootMenuEntry entry = existing(entries, id);
        new BootMenuCheck(entries).check(draft, entry);
        entry.edit(draft);
        settle(entries, entry);
        note(AuditAction.CHANGED, entry.getItem(), content(draft));
        return entry;
    }

    /** Shows or hides an entry. */
    public void enable(long id, boolean shown) throws InvalidInputException {
        update(id, BootMenuDraft.of(existing(list(), id)).withEnabled(shown));
    }

    /**
     * Puts the entries in this order.
     *
     * @param ids every entry once; anything else is refused, because the menu was changed meanwhile
     */
    public void arrange(List<Long> ids) throws InvalidInputException {
        List<BootMenuEntry> entries = list();
        boolean same = new HashSet<>(entries.stream().map(BootMenuEntry::getId).toList()).equals(new HashSet<>(ids));
        if (!same || ids.size() != entries.size()) {
            throw new InvalidInputException(Refusal.of("", "refusal.menu.changed"));
        }
        entries.forEach(entry -> entry.moveTo(STEP * (ids.indexOf(entry.getId()) + 1)));
        note(AuditAction.CHANGED, "order", "");
    }

    /** Deletes an entry that the site wrote; a built-in one, and the default one, are refused. */
    public void delete(long id) throws InvalidInputException {
        BootMenuEntry entry = existing(list(), id);
        if (entry.isBuiltIn()) {
            throw new InvalidInputException(Refusal.of("", "refusal.menu.builtIn", entry.getItem()));
        }
        if (entry.isDefaultEntry()) {
            throw new InvalidInputException(Refusal.of("", "refusal.menu.defaultDisabled"));
        }
        em.remove(entry);
        note(AuditAction.DELETED, entry.getItem(), "");
    }

    private static BootMenuEntry existing(List<BootMenuEntry> entries, long id) throws InvalidInputException {
        return entries.stream()
                .filter(entry -> entry.getId() == id)
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(Refusal.of("", "refusal.menu.gone")));
    }

    /** There is one default entry: the one that was chosen last. */
    private static void settle(List<BootMenuEntry> entries, BootMenuEntry latest) {
        if (latest.isDefaultEntry()) {
            entries.stream().filter(entry -> entry != latest).forEach(entry -> entry.beDefault(false));
        }
    }

    /** Texts of scripts hold no secret: {@link fr.brume.domain.boot.LoaderLanguage} refuses them. */
    private static String content(BootMenuDraft draft) {
        String shown = draft.enabled() ? "shown" : "hidden";
        return String.join(" | ", shown, draft.labelFr(), draft.labelEn(), draft.parameters(), draft.grubParameters());
    }

    private void note(AuditAction action, String item, String detail) {
        em.flush();
        audit.record(action, "boot menu " + item, detail);
        changed.fire(new BootMenuChanged());
    }
}
