package fr.brume.lab.portal;

import java.nio.file.Path;

/** What an administrator sets about booting. Not thread-safe. */
public final class BootPages {
    private static final String SETTINGS = "/netboot/settings.xhtml";

    private final Browser browser;
    private final Form form;
    private final Rows rows;

    BootPages(Browser browser) {
        this.browser = browser;
        this.form = new Form(browser);
        this.rows = new Rows(browser);
    }

    /**
     * Turns a switch of the boot settings.
     *
     * @param field name of its input
     */
    public void turn(String field) {
        browser.go(SETTINGS);
        browser.see("[id$=':" + field + "'] .ui-toggleswitch-slider").click();
        form.press("update");
    }

    /**
     * Chooses from a list of the boot settings.
     *
     * @param field name of the list
     * @param label beginning of what is chosen
     */
    public void choose(String field, String label) {
        browser.go(SETTINGS);
        form.choose(field, label);
        form.press("update");
    }

    /**
     * Types into a field of the boot settings.
     *
     * @param field name of its input
     * @param value what is typed
     */
    public void type(String field, String value) {
        browser.go(SETTINGS);
        form.type(field, value);
        form.press("update");
    }

    /**
     * Gives the menu a picture.
     *
     * @param png the picture
     */
    public void sendPicture(Path png) {
        browser.go(SETTINGS);
        browser.await(any ->
                        browser.all("input[type='file']").stream().findFirst().orElse(null))
                .sendKeys(png.toAbsolutePath().toString());
        form.press("replace");
        browser.see("img.br-picture");
    }

    /**
     * Writes an entry into the menu, shown on every machine.
     *
     * @param item its name
     * @param label in both languages
     * @param ipxe lines for iPXE
     * @param grub lines for GRUB
     */
    public void writeEntry(String item, String label, String ipxe, String grub) {
        browser.go("/netboot/menu.xhtml");
        browser.see("[id$=':create']").click();
        form.type("item", item);
        form.type("labelFr", label);
        form.type("labelEn", label);
        form.type("parameters", ipxe);
        form.type("grubParameters", grub);
        browser.picture("13-entree-du-menu");
        browser.see("[id$=':save']").click();
        rows.first("[id$='entries_data'] tr", item);
    }
}
