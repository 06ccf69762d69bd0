package fr.brume.service.migration;

import fr.brume.domain.image.ImageType;
import fr.brume.protocol.fault.FailureException;
import java.io.Serializable;

/**
 * A folder that may be imported.
 *
 * @param name of the folder
 * @param type of the image in it; null when it cannot be imported
 * @param bytes of its files
 * @param trouble why it cannot be imported; null when it can
 */
public record ImportCandidate(String name, ImageType type, long bytes, FailureException trouble)
        implements Serializable {}
