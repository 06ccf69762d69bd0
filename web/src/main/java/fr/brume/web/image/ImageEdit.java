package fr.brume.web.image;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.image.Image;
import fr.brume.service.image.ImageService;
import fr.brume.web.layout.NotFound;
import fr.brume.web.layout.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One image: what can be changed of it. */
@Named("imageEdit")
@ViewScoped
@SuppressWarnings("serial") // injected proxies and detached entities live as long as the view
public class ImageEdit implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "image.ImageEdit";

    @Inject
    private ImageService images;

    @Inject
    private Notices notices;

    private Long id;
    private Image image;
    private ImageForm form;

    /** Reads the image of the address once per view; answers 404 when there is none. */
    public void load() {
        image = id == null ? null : images.find(id).orElse(null);
        if (image == null) {
            NotFound.answer();
            return;
        }
        form = new ImageForm(image, images.storageGroups());
    }

    /** Saves and shows the image anew; stays with the refusals beside their fields. */
    public String update() {
        try {
            notices.done(PAGE, "updated", images.update(id, form.draft()).getName());
            return "/image/imageEdit?faces-redirect=true&id=" + id;
        } catch (InvalidInputException e) {
            notices.refuse(e);
            return null;
        }
    }

    /** Deletes the image with all its versions and goes to the list. */
    public String delete() {
        try {
            images.delete(id);
            notices.done(PAGE, "deleted", image.getName());
            return "/image/imageList?faces-redirect=true";
        } catch (InvalidInputException e) {
            notices.refuse(e);
            return null;
        }
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getName() {
        return image == null ? "" : image.getName();
    }

    public ImageForm getForm() {
        return form;
    }
}
