package fr.brume.store;

import java.nio.file.Path;

/**
 * A version that a capture is writing.
 *
 * @param path of the image
 * @param taskId of the capture
 * @param folder that takes its files
 */
public record StagedVersion(String path, long taskId, Path folder) {
    static final String PREFIX = ".staging-";

    static StagedVersion of(Path image, long taskId) {
        return new StagedVersion(image.getFileName().toString(), taskId, image.resolve(PREFIX + taskId));
    }
}
