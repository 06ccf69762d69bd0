package fr.brume.service.agent;

import fr.brume.domain.image.Image;
import fr.brume.domain.task.Task;
import fr.brume.protocol.agent.TaskAction;
import fr.brume.protocol.agent.TaskOrder;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes the order of a task: all that the agent must know to do it. */
@ApplicationScoped
public class TaskOrders {
    /** What one frame of a new version covers; chosen by measurement. */
    private static final int REGION_SIZE = 4 << 20;

    /** The order to capture. */
    public TaskOrder capture(Task task) {
        Image image = task.getImage();
        return new TaskOrder(
                task.getId(),
                TaskAction.CAPTURE,
                image.getName(),
                image.getImageType().id(),
                image.getCompression(),
                REGION_SIZE,
                task.getHost().getPrimaryDisk(),
                task.getEndAction(),
                null,
                List.of());
    }

    /**
     * The order to deploy the current version; a task that is asked again goes on with the version it began with.
     *
     * @throws FailureException when there is none, or its folder cannot be read
     */
    public TaskOrder deploy(Task task) throws FailureException {
        Image image = task.getImage();
        if (task.getVersion() == null && image.getCurrentVersion() == null) {
            throw new FailureException(Failure.IMAGE_MISSING, image.getName());
        }
        throw new FailureException(Failure.IMAGE_MISSING, image.getName());
    }
}
