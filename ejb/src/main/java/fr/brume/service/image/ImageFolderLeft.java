package fr.brume.service.image;

import fr.brume.domain.image.ImageVersion;

/**
 * An event: this folder belongs to nothing any more and is to be deleted once the transaction is committed.
 *
 * @param path of the image, below {@code images/}
 * @param number of the version; 0 for the folder of the whole image
 * @param stagedBy task that staged the version, when it was not committed; 0 for a committed one
 */
public record ImageFolderLeft(String path, int number, long stagedBy) {
    static ImageFolderLeft of(ImageVersion version) {
        boolean committed = version.getCommitted() != null;
        return new ImageFolderLeft(
                version.getImage().getPath(), version.getNumber(), committed ? 0 : version.getTaskId());
    }
}
