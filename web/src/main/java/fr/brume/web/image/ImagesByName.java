package fr.brume.web.image;

import fr.brume.domain.image.Image;
import fr.brume.service.Page;
import fr.brume.service.image.ImageQuery;
import fr.brume.service.image.ImageService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The images that a host can be given, by name; asked once for each page. */
@Named("imagesByName")
@RequestScoped
public class ImagesByName {
    @Inject
    private ImageService service;

    private List<Image> images;

    public List<Image> getAll() {
        if (images == null) {
            images = service.list(ImageQuery.all(0, Page.LARGEST)).rows();
        }
        return images;
    }
}
