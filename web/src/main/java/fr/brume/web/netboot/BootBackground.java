package fr.brume.web.netboot;

import fr.brume.service.boot.menu.MenuBackgroundService;
import fr.brume.web.layout.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.primefaces.model.file.UploadedFile;

/** The picture behind the boot menu: which there is, another one, or none. */
@Named("bootBackground")
@RequestScoped
public class BootBackground {
    private static final String PAGE = "netboot.BootSettingsPage";
    private static final String SAME = "/netboot/settings?faces-redirect=true";

    @Inject
    private MenuBackgroundService background;

    @Inject
    private Notices notices;

    private UploadedFile file;

    /** Takes the file that was sent; stays with the refusal beside it. */
    public String replace() {
        byte[] content = file == null ? null : file.getContent();
        return notices.goOn(SAME, PAGE, "pictureReplaced", () -> background.replace(content));
    }

    /** Goes without a picture. */
    public String remove() {
        return notices.goOn(SAME, PAGE, "pictureRemoved", background::remove);
    }

    public boolean isThere() {
        return background.exists();
    }

    public UploadedFile getFile() {
        return file;
    }

    public void setFile(UploadedFile file) {
        this.file = file;
    }
}
