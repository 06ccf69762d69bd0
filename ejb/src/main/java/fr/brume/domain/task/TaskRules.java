package fr.brume.domain.task;

import fr.brume.domain.image.Image;
import fr.brume.domain.image.ImageVersion;
import fr.brume.domain.machine.Host;
import fr.brume.protocol.fault.Failure;
import java.util.List;
import java.util.Optional;

/** When a task may be made, and, for one that was scheduled, when it may begin. */
public final class TaskRules {
    private TaskRules() {}

    /**
     * A rule that was not kept.
     *
     * @param failure the cause shown when a scheduled task comes to nothing
     * @param messageKey of {@code fr.brume.domain.Messages}, shown to who asks for the task
     * @param arguments of either text
     */
    public record Broken(Failure failure, String messageKey, List<String> arguments) {}

    /**
     * What else is going on.
     *
     * @param hostBusy the host has an active task
     * @param imageInCapture another host's active task captures this image
     */
    public record Activity(boolean hostBusy, boolean imageInCapture) {
        /** What is going on does not matter yet. */
        public static final Activity NONE = new Activity(false, false);
    }

    /** The first rule that forbids such a task on this host now; empty when it may be. */
    public static Optional<Broken> broken(TaskType type, Host host, Activity activity) {
        if (host.isPending()) {
            return broken(Failure.HOST_PENDING, "refusal.task.hostPending", host.getName());
        }
        Image image = host.getImage();
        if (type.needsImage() && image == null) {
            return broken(Failure.HOST_WITHOUT_IMAGE, "refusal.task.noImage", host.getName());
        }
        if (type.needsImage() && !image.isEnabled()) {
            return broken(Failure.IMAGE_DISABLED, "refusal.task.imageDisabled", image.getName());
        }
        if (type.boots() && activity.hostBusy()) {
            return broken(Failure.HOST_BUSY, "refusal.task.hostBusy", host.getName());
        }
        return switch (type) {
            case CAPTURE -> captureBroken(image, activity);
            case DEPLOY -> deployBroken(image);
            default -> Optional.empty();
        };
    }

    private static Optional<Broken> captureBroken(Image image, Activity activity) {
        if (image.isProtectedImage()) {
            return broken(Failure.IMAGE_PROTECTED, "refusal.task.imageProtected", image.getName());
        }
        return activity.imageInCapture()
                ? broken(Failure.IMAGE_IN_CAPTURE, "refusal.task.imageInCapture", image.getName())
                : Optional.empty();
    }

    private static Optional<Broken> deployBroken(Image image) {
        ImageVersion version = image.getCurrentVersion();
        if (version == null) {
            return broken(Failure.IMAGE_MISSING, "refusal.task.neverCaptured", image.getName());
        }
        return version.isDamaged()
                ? broken(Failure.IMAGE_CORRUPT, "refusal.task.damaged", image.getName())
                : Optional.empty();
    }

    private static Optional<Broken> broken(Failure failure, String messageKey, String subject) {
        return Optional.of(new Broken(failure, messageKey, List.of(subject)));
    }
}
