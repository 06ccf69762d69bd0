package fr.brume.protocol.agent;

import fr.brume.protocol.image.ImageManifest;
import java.util.List;

/**
 * The whole of an imaging task.
 *
 * @param taskId of the task
 * @param action capture or deploy
 * @param imageName for the screen
 * @param imageType FOG's id, 1 to 4
 * @param compressionLevel zstd level of a capture
 * @param regionSize of a capture, bytes
 * @param primaryDisk the host's disk choice; empty for the first
 * @param end what follows success
 * @param manifest of the version to deploy; null on a capture
 * @param sideFiles of the version to deploy; empty on a capture
 */
public record TaskOrder(
        long taskId,
        TaskAction action,
        String imageName,
        int imageType,
        int compressionLevel,
        int regionSize,
        String primaryDisk,
        EndAction end,
        ImageManifest manifest,
        List<SideFile> sideFiles) {}
