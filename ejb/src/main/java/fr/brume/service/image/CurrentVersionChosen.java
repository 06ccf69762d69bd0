package fr.brume.service.image;

/**
 * An event: deploys take this version from now on, once the transaction is committed.
 *
 * @param path of the image, below {@code images/}
 * @param number of the version
 */
public record CurrentVersionChosen(String path, int number) {}
