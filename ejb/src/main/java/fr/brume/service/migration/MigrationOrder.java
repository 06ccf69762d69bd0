package fr.brume.service.migration;

import java.nio.file.Path;

/** Something to be done with a folder of FOG. */
public sealed interface MigrationOrder {
    /** Reads a folder into a new version of an image; the folder is deleted afterwards when it is not to be kept. */
    record Import(Path folder, long imageId, boolean keepFolder) implements MigrationOrder {}

    /** Writes a version into a folder that does not exist yet. */
    record Export(long versionId, Path folder) implements MigrationOrder {}
}
