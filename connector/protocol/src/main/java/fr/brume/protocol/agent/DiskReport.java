package fr.brume.protocol.agent;

/**
 * One disk of the machine.
 *
 * @param device path, {@code /dev/sda}
 * @param model as the disk says
 * @param serial as the disk says
 * @param wwn world wide name; empty when none
 * @param bytes size in bytes
 * @param sectorSize logical sector in bytes
 * @param rotational whether it has platters
 */
public record DiskReport(
        String device, String model, String serial, String wwn, long bytes, int sectorSize, boolean rotational) {}
