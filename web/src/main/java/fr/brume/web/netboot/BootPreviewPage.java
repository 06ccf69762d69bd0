package fr.brume.web.netboot;

import fr.brume.service.boot.menu.BootMenuPreview;
import fr.brume.service.boot.menu.PreviewFirmware;
import fr.brume.service.boot.menu.PreviewMachine;
import fr.brume.service.setting.SettingService;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Locale;

/** The boot menu as the text that a loader gets, for a machine that somebody describes. */
@Named("bootPreview")
@ViewScoped
@SuppressWarnings("serial") // injected proxies live as long as the view
public class BootPreviewPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private BootMenuPreview preview;

    @Inject
    private SettingService settings;

    @Inject
    private HttpServletRequest request;

    private PreviewMachine machine = PreviewMachine.UNREGISTERED;
    private PreviewFirmware firmware = PreviewFirmware.BIOS;
    private String screen;

    @PostConstruct
    void open() {
        screen = settings.siteLocale().getLanguage();
    }

    /** The script, with the address by which this page was reached. */
    public String getScript() {
        return preview.script(machine, firmware, Locale.forLanguageTag(screen), request.getLocalAddr());
    }

    public PreviewMachine[] getMachines() {
        return PreviewMachine.values();
    }

    public PreviewFirmware[] getFirmwares() {
        return PreviewFirmware.values();
    }

    public PreviewMachine getMachine() {
        return machine;
    }

    public void setMachine(PreviewMachine machine) {
        this.machine = machine;
    }

    public PreviewFirmware getFirmware() {
        return firmware;
    }

    public void setFirmware(PreviewFirmware firmware) {
        this.firmware = firmware;
    }

    /** {@code fr} or {@code en}. */
    public String getScreen() {
        return screen;
    }

    public void setScreen(String screen) {
        this.screen = "en".equals(screen) ? "en" : "fr";
    }
}
