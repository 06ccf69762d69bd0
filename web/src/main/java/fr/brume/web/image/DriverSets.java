package fr.brume.web.image;

import fr.brume.domain.driver.DriverSet;
import fr.brume.domain.driver.DriverSetDraft;
import fr.brume.service.driver.DriverSetService;
import fr.brume.web.layout.Change;
import fr.brume.web.layout.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.primefaces.model.file.UploadedFile;

/** The sets of drivers for Windows: which there are, another one, or one less. */
@Named("driverSets")
@RequestScoped
public class DriverSets {
    private static final String PAGE = "image.DriverSets";
    private static final String SAME = "/image/driverSets?faces-redirect=true";

    @Inject
    private DriverSetService sets;

    @Inject
    private Notices notices;

    private UploadedFile file;
    private String name;
    private String maker;
    private String model;

    public List<DriverSet> getRows() {
        return sets.list();
    }

    /** Takes the file that was sent; stays with the refusal beside it. */
    public String send() {
        return done("sent", () -> {
            try (InputStream content = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
                sets.store(new DriverSetDraft(name, maker, model), content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    public String enable(DriverSet set, boolean on) {
        return done(on ? "enabledNow" : "disabledNow", () -> sets.enable(set.getId(), on));
    }

    public String delete(DriverSet set) {
        return done("deleted", () -> sets.delete(set.getId()));
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

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getMaker() {
        return maker;
    }

    public void setMaker(String maker) {
        this.maker = maker;
    }

    public String getModel() {
        return model;
    }

    public void setModel(String model) {
        this.model = model;
    }
}
