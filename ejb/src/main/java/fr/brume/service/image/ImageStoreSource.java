package fr.brume.service.image;

import fr.brume.service.BrumeHome;
import fr.brume.store.ImageStore;
import fr.brume.store.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Says where the images are; whoever needs them injects the {@link ImageStore}. */
@ApplicationScoped
public class ImageStoreSource {
    /** The store below the home of data. */
    @Produces
    @Singleton
    public ImageStore store() {
        return new ImageStore(
                BrumeHome.images(), new SigningKey(BrumeHome.folder().resolve("tls")));
    }
}
