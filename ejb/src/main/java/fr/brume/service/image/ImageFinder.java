package fr.brume.service.image;

import fr.brume.domain.NameKey;
import fr.brume.domain.image.Image;
import fr.brume.service.Page;
import fr.brume.service.SearchText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Locale;

/** The queries for images: a fixed number of statements each, however many rows. */
final class ImageFinder {
    private static final String MATCHES = " WHERE i.nameKey LIKE :text ESCAPE '!' OR LOWER(i.description) LIKE :text"
            + " ESCAPE '!' OR LOWER(i.path) LIKE :text ESCAPE '!'";

    private final EntityManager em;

    ImageFinder(EntityManager em) {
        this.em = em;
    }

    Page<Image> list(ImageQuery query) {
        String order = query.sort().path() + (query.descending() ? " DESC" : " ASC");
        TypedQuery<Image> page = em.createQuery(
                "SELECT i FROM Image i LEFT JOIN FETCH i.currentVersion v JOIN FETCH i.storageGroup g" + MATCHES
                        + " ORDER BY " + order + ", i.id",
                Image.class);
        List<Image> rows = page.setParameter("text", SearchText.contains(query.filter()))
                .setFirstResult(Math.max(0, query.first()))
                .setMaxResults(Math.min(query.size(), Page.LARGEST))
                .getResultList();
        long total = em.createQuery("SELECT COUNT(i) FROM Image i" + MATCHES, Long.class)
                .setParameter("text", SearchText.contains(query.filter()))
                .getSingleResult();
        return new Page<>(rows, total);
    }

    boolean nameTaken(String name, Long self) {
        return exists("i.nameKey = :text", NameKey.of(name), self);
    }

    boolean pathTaken(String path, Long self) {
        return exists("LOWER(i.path) = :text", path.toLowerCase(Locale.ROOT), self);
    }

    private boolean exists(String condition, String text, Long self) {
        return em.createQuery("SELECT COUNT(i) FROM Image i WHERE " + condition + " AND i.id <> :self", Long.class)
                        .setParameter("text", text)
                        .setParameter("self", self == null ? 0L : self)
                        .getSingleResult()
                > 0;
    }
}
