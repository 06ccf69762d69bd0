package fr.brume.domain.boot;

import fr.brume.domain.IdSource;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.Version;
import java.util.Locale;

/**
 * An entry of the boot menu: one of FOG's, whose function is built in, or one that the site wrote itself. Values are checked
 * before they come here ({@link BootMenuRules}).
 */
@Entity
@Table(name = "BOOT_MENU_ENTRY")
public class BootMenuEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "BOOT_MENU_ENTRY")
    @TableGenerator(
            name = "BOOT_MENU_ENTRY",
            table = IdSource.TABLE,
            pkColumnValue = "BOOT_MENU_ENTRY",
            allocationSize = IdSource.STEP)
    private Long id;

    @Version
    @Column(name = "LOCK_VERSION")
    private long lockVersion;

    @Column(name = "ITEM")
    private String item;

    @Column(name = "FUNCTION_ID")
    private int functionId;

    @Column(name = "LABEL_FR")
    private String labelFr;

    @Column(name = "LABEL_EN")
    private String labelEn;

    @Column(name = "SHOWN_WITH")
    private int shownWith;

    @Column(name = "IPXE_LINES")
    private String parameters;

    @Column(name = "GRUB_LINES")
    private String grubParameters;

    @Column(name = "BOOT_ARGUMENTS")
    private String bootArguments;

    @Column(name = "HOT_KEY")
    private String hotKey;

    @Column(name = "PLACE")
    private int position;

    @Column(name = "IS_ENABLED")
    private boolean enabled;

    @Column(name = "IS_DEFAULT")
    private boolean defaultEntry;

    protected BootMenuEntry() {}

    /** An entry that the site wrote itself. */
    public BootMenuEntry(BootMenuDraft draft, int position) {
        item = draft.item();
        this.position = position;
        edit(draft);
    }

    /** Takes over every choice but the item of a built-in entry. */
    public final void edit(BootMenuDraft draft) {
        if (!isBuiltIn()) {
            item = draft.item();
        }
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

    /** Makes it the one that is taken when nobody chooses, or an ordinary one. */
    public void beDefault(boolean taken) {
        defaultEntry = taken;
    }

    /** Puts it at this place; entries are shown by rising place. */
    public void moveTo(int place) {
        position = place;
    }

    /** Whether its function is Brume's; else it is what the site wrote. */
    public boolean isBuiltIn() {
        return functionId != 0;
    }

    /** What the site calls it in this language; the other language's label where there is none; empty for Brume's own text. */
    public String label(Locale locale) {
        boolean french = locale.getLanguage().equals("fr");
        String wanted = french ? labelFr : labelEn;
        return wanted.isEmpty() && !isBuiltIn() ? french ? labelEn : labelFr : wanted;
    }

    public Long getId() {
        return id;
    }

    /** Unique name, under which scripts know it. */
    public String getItem() {
        return item;
    }

    /** FOG's number of the built-in function; 0 for an entry of the site. */
    public int getFunctionId() {
        return functionId;
    }

    public String getLabelFr() {
        return labelFr;
    }

    public String getLabelEn() {
        return labelEn;
    }

    /** FOG's number of the machines that see it. */
    public int getShownWith() {
        return shownWith;
    }

    /** Lines for iPXE. */
    public String getParameters() {
        return parameters;
    }

    /** Lines for GRUB. */
    public String getGrubParameters() {
        return grubParameters;
    }

    /** For the kernel, where it starts one. */
    public String getBootArguments() {
        return bootArguments;
    }

    /** One character; empty for none. */
    public String getHotKey() {
        return hotKey;
    }

    public int getPosition() {
        return position;
    }

    public boolean isEnabled() {
        return enabled;
    }

    /** Whether it is taken when nobody chooses. */
    public boolean isDefaultEntry() {
        return defaultEntry;
    }
}
