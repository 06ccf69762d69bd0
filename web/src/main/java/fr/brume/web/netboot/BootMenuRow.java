package fr.brume.web.netboot;

import fr.brume.domain.boot.BootMenuEntry;
import fr.brume.service.boot.menu.MenuEntryView;
import java.io.Serializable;

/** A line of the table of entries; its switch is the only thing typed in it. */
@SuppressWarnings("serial") // a detached entity lives as long as the view
public class BootMenuRow implements Serializable {
    private static final long serialVersionUID = 1L;

    private final MenuEntryView view;
    private boolean shown;

    BootMenuRow(MenuEntryView view) {
        this.view = view;
        shown = view.entry().isEnabled();
    }

    MenuEntryView view() {
        return view;
    }

    public Long getId() {
        return view.entry().getId();
    }

    public BootMenuEntry getEntry() {
        return view.entry();
    }

    public String getLabel() {
        return view.label();
    }

    public boolean isAvailable() {
        return view.available();
    }

    public boolean isShown() {
        return shown;
    }

    public void setShown(boolean shown) {
        this.shown = shown;
    }
}
