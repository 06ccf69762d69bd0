package fr.brume.web.netboot;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.boot.BootMenuEntry;
import fr.brume.service.boot.menu.BootMenuService;
import fr.brume.service.boot.menu.MenuEntryView;
import fr.brume.web.layout.Change;
import fr.brume.web.layout.Notices;
import fr.brume.web.layout.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The entries of the boot menu: their order, and a dialog to write or change one. */
@Named("bootMenu")
@ViewScoped
@SuppressWarnings("serial") // injected proxies and detached entities live as long as the view
public class BootMenuPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "netboot.BootMenuPage";

    @Inject
    private BootMenuService menu;

    @Inject
    private Notices notices;

    @Inject
    private Texts texts;

    /** The table itself moves what is dragged in it. */
    private List<BootMenuRow> rows;

    private BootMenuForm form;

    @PostConstruct
    void open() {
        rows = new ArrayList<>();
        for (MenuEntryView view : menu.views(texts.currentLocale())) {
            rows.add(new BootMenuRow(view));
        }
    }

    /** Keeps the order that the table has after something was dragged. */
    public void reordered() {
        keep(() -> menu.arrange(rows.stream().map(BootMenuRow::getId).toList()));
    }

    /** Moves an entry up (-1) or down (1). */
    public void move(BootMenuRow row, int by) {
        int from = rows.indexOf(row);
        int to = from + by;
        if (to >= 0 && to < rows.size()) {
            Collections.swap(rows, from, to);
            reordered();
        }
    }

    /** Shows or hides an entry, as its switch says. */
    public void show(BootMenuRow row) {
        keep(() -> menu.enable(row.getId(), row.isShown()));
    }

    public void delete(BootMenuRow row) {
        keep(() -> {
            menu.delete(row.getId());
            notices.doneHere(PAGE, "deleted", row.getLabel());
        });
    }

    /** Opens the dialog for an entry of the site. */
    public void write() {
        form = new BootMenuForm(menu.blank());
    }

    /** Opens the dialog for this entry. */
    public void edit(BootMenuRow row) {
        form = new BootMenuForm(row.view());
    }

    /** Closes the dialog. */
    public void close() {
        form = null;
    }

    /** Saves what the dialog has and closes it; leaves it open with the refusals beside their fields. */
    public void save() {
        try {
            BootMenuEntry saved =
                    form.getId() == null ? menu.create(form.draft()) : menu.update(form.getId(), form.draft());
            form = null;
            open();
            notices.doneHere(PAGE, "saved", label(saved));
        } catch (InvalidInputException e) {
            notices.refuse(e);
        }
    }

    private String label(BootMenuEntry saved) {
        return rows.stream()
                .filter(row -> row.getId().equals(saved.getId()))
                .map(BootMenuRow::getLabel)
                .findFirst()
                .orElseGet(saved::getItem);
    }

    /** Does it and reads the menu anew, whatever came of it; says a refusal above the table. */
    private void keep(Change change) {
        try {
            change.make();
        } catch (InvalidInputException e) {
            notices.refuseAbove(e);
        }
        open();
    }

    public List<BootMenuRow> getRows() {
        return rows;
    }

    /** Null while nothing is edited. */
    public BootMenuForm getForm() {
        return form;
    }

    public boolean isEditing() {
        return form != null;
    }
}
