package fr.brume.web.image;

import fr.brume.domain.image.Image;
import fr.brume.service.Page;
import fr.brume.service.image.ImageQuery;
import fr.brume.service.image.ImageService;
import fr.brume.web.layout.PagedRows;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** All images, with what is stored of each. */
@Named("imageList")
@ViewScoped
@SuppressWarnings("serial") // injected proxies live as long as the view
public class ImageList implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private ImageService service;

    private Rows images;

    @PostConstruct
    void open() {
        images = new Rows(service);
    }

    public PagedRows<Image> getImages() {
        return images;
    }

    @SuppressWarnings("serial") // the service is a proxy that the container can serialise
    private static final class Rows extends PagedRows<Image> {
        private static final long serialVersionUID = 1L;

        private final ImageService service;

        Rows(ImageService service) {
            this.service = service;
        }

        @Override
        protected Page<Image> fetch(Wish wish) {
            ImageQuery.Sort sort = switch (wish.sort()) {
                case "captured" -> ImageQuery.Sort.CAPTURED;
                case "sizeOnClient" -> ImageQuery.Sort.SIZE_ON_CLIENT;
                case "sizeOnServer" -> ImageQuery.Sort.SIZE_ON_SERVER;
                default -> ImageQuery.Sort.NAME;
            };
            return service.list(new ImageQuery(wish.filter(), sort, wish.descending(), wish.first(), wish.size()));
        }

        @Override
        protected Long id(Image image) {
            return image.getId();
        }
    }
}
