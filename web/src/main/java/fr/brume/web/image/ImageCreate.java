package fr.brume.web.image;

import fr.brume.domain.InvalidInputException;
import fr.brume.service.image.ImageService;
import fr.brume.web.layout.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Creates an image from what is typed; data comes with the first capture. */
@Named("imageCreate")
@ViewScoped
@SuppressWarnings("serial") // injected proxies live as long as the view
public class ImageCreate implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private ImageService images;

    @Inject
    private Notices notices;

    private ImageForm form;

    @PostConstruct
    void open() {
        form = new ImageForm(images.storageGroups());
    }

    /** Creates the image and goes to the list; stays with the refusals beside their fields. */
    public String add() {
        try {
            notices.done(
                    "image.ImageCreate", "added", images.create(form.draft()).getName());
            return "/image/imageList?faces-redirect=true";
        } catch (InvalidInputException e) {
            notices.refuse(e);
            return null;
        }
    }

    public ImageForm getForm() {
        return form;
    }
}
