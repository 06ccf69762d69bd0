package fr.brume.web.host;

import fr.brume.domain.image.Image;
import fr.brume.service.Page;
import fr.brume.service.image.ImageQuery;
import fr.brume.service.image.ImageService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;

/** The images that a host can be given, by name. */
@Dependent
@SuppressWarnings("serial") // the service is a proxy that the container can serialise
public class AssignableImages implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private ImageService service;

    List<Image> all() {
        return service.list(ImageQuery.all(0, Page.LARGEST)).rows();
    }
}
