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
 * @param uuid of its partition table: a GUID (gpt) or eight hexadecimal digits (dos), lower case; empty for none
 * @param external whether it hangs on USB or is a memory card: such a disk is only taken when somebody names it
 */
public record DiskReport(
        String device,
        String model,
        String serial,
        String wwn,
        long bytes,
        int sectorSize,
        boolean rotational,
        String uuid,
        boolean external) {}
