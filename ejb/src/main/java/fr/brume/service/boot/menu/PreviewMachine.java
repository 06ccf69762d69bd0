package fr.brume.service.boot.menu;

import fr.brume.boot.plan.MenuHeader;

/** The machines whose menu can be looked at before one of them shows it. */
public enum PreviewMachine {
    UNREGISTERED(new MenuHeader.Unknown()),
    REGISTERED(new MenuHeader.Registered("PC-SALLE-12")),
    PENDING(new MenuHeader.Pending());

    private final MenuHeader header;

    PreviewMachine(MenuHeader header) {
        this.header = header;
    }

    MenuHeader header() {
        return header;
    }
}
