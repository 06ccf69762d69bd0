package fr.brume.lab.guest;

import java.nio.file.Path;

/**
 * A disk that a guest may have.
 *
 * @param file raw content
 * @param sectorSize logical sector, bytes
 * @param target SCSI target, from 1
 */
public record GuestDisk(Path file, int sectorSize, int target) {}
