package fr.brume.web.image;

import fr.brume.domain.image.DeployScript;
import fr.brume.protocol.agent.StepScript.ScriptMoment;
import fr.brume.service.image.DeployScriptService;
import fr.brume.web.layout.Change;
import fr.brume.web.layout.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.primefaces.model.file.UploadedFile;

/** The scripts that machines run around a deploy: which there are, another one, or one less. */
@Named("deployScripts")
@RequestScoped
public class DeployScripts {
    private static final String PAGE = "image.DeployScripts";
    private static final String SAME = "/image/deployScripts?faces-redirect=true";

    @Inject
    private DeployScriptService scripts;

    @Inject
    private Notices notices;

    private UploadedFile file;
    private ScriptMoment moment = ScriptMoment.AFTER_DEPLOY;

    public List<DeployScript> getRows() {
        return scripts.list();
    }

    public ScriptMoment[] getMoments() {
        return ScriptMoment.values();
    }

    /** Takes the file that was sent; stays with the refusal beside it. */
    public String send() {
        String name = file == null ? "" : file.getFileName();
        return done("sent", () -> scripts.store(name, file == null ? null : file.getContent(), moment));
    }

    public String enable(DeployScript script, boolean on) {
        return done(on ? "enabledNow" : "disabledNow", () -> scripts.enable(script.getId(), on));
    }

    public String delete(DeployScript script) {
        return done("deleted", () -> scripts.delete(script.getId()));
    }

    private String done(String notice, Change change) {
        return notices.goOn(SAME, PAGE, notice, change);
    }

    public UploadedFile getFile() {
        return file;
    }

    public void setFile(UploadedFile file) {
        this.file = file;
    }

    public ScriptMoment getMoment() {
        return moment;
    }

    public void setMoment(ScriptMoment moment) {
        this.moment = moment;
    }
}
