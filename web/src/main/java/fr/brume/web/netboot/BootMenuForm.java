package fr.brume.web.netboot;

import fr.brume.domain.boot.BootMenuDraft;
import fr.brume.domain.boot.BootMenuEntry;
import fr.brume.service.boot.menu.MenuEntryView;
import java.io.Serializable;
import java.util.List;

/** What somebody types about an entry of the boot menu. */
@SuppressWarnings("serial") // a detached entity lives as long as the view
public class BootMenuForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int EVERYWHERE = 2;

    private final MenuEntryView view;
    private String item;
    private String labelFr;
    private String labelEn;
    private int shownWith = EVERYWHERE;
    private String parameters;
    private String grubParameters;
    private String bootArguments;
    private String hotKey;
    private boolean enabled = true;
    private boolean defaultEntry;

    /** A form with what the entry has; empty for one that is to be written. */
    public BootMenuForm(MenuEntryView view) {
        this.view = view;
        BootMenuEntry entry = view.entry();
        if (entry != null) {
            BootMenuDraft draft = BootMenuDraft.of(entry);
            item = draft.item();
            labelFr = draft.labelFr();
            labelEn = draft.labelEn();
            shownWith = draft.shownWith();
            parameters = draft.parameters();
            grubParameters = draft.grubParameters();
            bootArguments = draft.bootArguments();
            hotKey = draft.hotKey();
            enabled = draft.enabled();
            defaultEntry = draft.defaultEntry();
        }
    }

    /** What was typed, for the service to judge. */
    public BootMenuDraft draft() {
        return new BootMenuDraft(
                item,
                labelFr,
                labelEn,
                shownWith,
                parameters,
                grubParameters,
                bootArguments,
                hotKey,
                enabled,
                defaultEntry);
    }

    /** Null for an entry that is to be written. */
    public Long getId() {
        return view.entry() == null ? null : view.entry().getId();
    }

    public boolean isBuiltIn() {
        return view.entry() != null && view.entry().isBuiltIn();
    }

    public boolean isStartsKernel() {
        return view.startsKernel();
    }

    public List<Integer> getVisibilities() {
        return view.visibilities();
    }

    public String getBuiltInFr() {
        return view.builtInFr();
    }

    public String getBuiltInEn() {
        return view.builtInEn();
    }

    public String getItem() {
        return item;
    }

    public void setItem(String item) {
        this.item = item;
    }

    public String getLabelFr() {
        return labelFr;
    }

    public void setLabelFr(String labelFr) {
        this.labelFr = labelFr;
    }

    public String getLabelEn() {
        return labelEn;
    }

    public void setLabelEn(String labelEn) {
        this.labelEn = labelEn;
    }

    public int getShownWith() {
        return shownWith;
    }

    public void setShownWith(int shownWith) {
        this.shownWith = shownWith;
    }

    public String getParameters() {
        return parameters;
    }

    public void setParameters(String parameters) {
        this.parameters = parameters;
    }

    public String getGrubParameters() {
        return grubParameters;
    }

    public void setGrubParameters(String grubParameters) {
        this.grubParameters = grubParameters;
    }

    public String getBootArguments() {
        return bootArguments;
    }

    public void setBootArguments(String bootArguments) {
        this.bootArguments = bootArguments;
    }

    public String getHotKey() {
        return hotKey;
    }

    public void setHotKey(String hotKey) {
        this.hotKey = hotKey;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public boolean isDefaultEntry() {
        return defaultEntry;
    }

    public void setDefaultEntry(boolean defaultEntry) {
        this.defaultEntry = defaultEntry;
    }
}
