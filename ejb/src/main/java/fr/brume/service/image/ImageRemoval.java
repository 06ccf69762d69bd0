package fr.brume.service.image;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.image.VersionState;
import fr.brume.domain.task.TaskState;
import jakarta.persistence.EntityManager;

/** Takes images and versions out of the database, when nothing needs them any more. The history of tasks stays. */
final class ImageRemoval {
    private final EntityManager em;

    ImageRemoval(EntityManager em) {
        this.em = em;
    }

    void remove(Image image) throws InvalidInputException {
        refuseIf(image.isProtectedImage(), "refusal.image.protected", image.getName());
        long hosts = count("SELECT COUNT(h) FROM Host h WHERE h.image = :subject", image);
        refuseIf(hosts > 0, "refusal.image.assigned", image.getName(), Long.toString(hosts));
        refuseIf(atWork("image", image), "refusal.image.atWork", image.getName());
        image.forgetVersions();
        em.flush();
        run("UPDATE Task t SET t.version = NULL, t.image = NULL WHERE t.image = :subject", image);
        run("DELETE FROM ImageVersion v WHERE v.image = :subject", image);
        em.remove(image);
    }

    /** The image is locked, so that no deploy takes the version meanwhile. */
    void remove(ImageVersion version) throws InvalidInputException {
        String number = Integer.toString(version.getNumber());
        boolean current = version.equals(version.getImage().getCurrentVersion());
        refuseIf(current, "refusal.version.current", number);
        refuseIf(version.isProtectedVersion(), "refusal.version.protected", number);
        refuseIf(atWork("version", version) || compared(version), "refusal.version.atWork", number);
        forget(version);
    }

    /** Takes out a version that is known to be of no use to anybody. */
    void forget(ImageVersion version) {
        run("UPDATE Task t SET t.version = NULL WHERE t.version = :subject", version);
        em.remove(version);
    }

    /** A capture that is under way may take regions over from any complete version that was current when it began. */
    private boolean compared(ImageVersion version) {
        return version.getState() == VersionState.COMMITTED
                && em.createQuery("SELECT COUNT(t) FROM Task t WHERE t.claims.capturedImage = :image", Long.class)
                                .setParameter("image", version.getImage().getId())
                                .getSingleResult()
                        > 0;
    }

    private boolean atWork(String field, Object subject) {
        String query = "SELECT COUNT(t) FROM Task t WHERE t." + field + " = :subject AND t.state NOT IN :over";
        return em.createQuery(query, Long.class)
                        .setParameter("subject", subject)
                        .setParameter("over", TaskState.over())
                        .getSingleResult()
                > 0;
    }

    private long count(String query, Object subject) {
        return em.createQuery(query, Long.class)
                .setParameter("subject", subject)
                .getSingleResult();
    }

    private void run(String statement, Object subject) {
        em.createQuery(statement).setParameter("subject", subject).executeUpdate();
    }

    private static void refuseIf(boolean wrong, String messageKey, String... arguments) throws InvalidInputException {
        if (wrong) {
            throw new InvalidInputException(Refusal.of("", messageKey, arguments));
        }
    }
}
