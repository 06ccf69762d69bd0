package fr.brume.protocol.agent;

import fr.brume.protocol.image.ImageManifest;
import java.util.List;

/**
 * The whole of a task. What does not belong to its action is empty, 0 or null.
 *
 * @param taskId of the task
 * @param action what is to be done
 * @param imageName of the image to capture or deploy; empty for other actions
 * @param imageType FOG's id, 1 to 4
 * @param partitionChoice FOG's id: 1 everything, 2 boot code only, 3 and on the partition of number id - 2 only
 * @param encryptedAsRaw whether a capture stores what BitLocker or LUKS has encrypted as it is, instead of refusing it
 * @param compressionLevel zstd level of a capture
 * @param regionSize of a capture, bytes
 * @param primaryDisk the host's disk choice; empty for the first
 * @param account local account of Windows whose password is reset; empty for other actions
 * @param end what follows success
 * @param manifest of the version to deploy; null on a capture
 * @param sideFiles of the version to deploy; empty on a capture
 * @param options of a capture or deploy
 * @param steps that go with a deploy
 */
public record TaskOrder(
        long taskId,
        TaskAction action,
        String imageName,
        int imageType,
        int partitionChoice,
        boolean encryptedAsRaw,
        int compressionLevel,
        int regionSize,
        String primaryDisk,
        String account,
        EndAction end,
        ImageManifest manifest,
        List<SideFile> sideFiles,
        ImagingOptions options,
        DeploySteps steps) {
    /** What servers of before did not say. */
    public TaskOrder {
        steps = steps == null ? DeploySteps.NONE : steps;
    }

    /** The order of a task that needs no image. */
    public static TaskOrder without(long taskId, TaskAction action, String primaryDisk, String account, EndAction end) {
        return new TaskOrder(
                taskId,
                action,
                "",
                0,
                0,
                false,
                0,
                0,
                primaryDisk,
                account,
                end,
                null,
                List.of(),
                ImagingOptions.USUAL,
                DeploySteps.NONE);
    }
}
