package fr.brume.lab.machine;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What one virtual PC is made of.
 *
 * @param name short name, used for files
 * @param mac address of its card
 * @param uuid system UUID of its firmware
 * @param megabytes memory
 * @param tap interface of the LAN
 * @param card QEMU's name of the network card
 * @param disk its first disk, raw
 * @param firmware what it runs when it is switched on
 * @param screen whether it has a screen beside the serial port
 */
public record Hardware(
        String name,
        String mac,
        String uuid,
        int megabytes,
        String tap,
        String card,
        Optional<Path> disk,
        Firmware firmware,
        boolean screen) {
    /**
     * A PC of the lab with 512 MB and a BIOS.
     *
     * @param number 1 to 9, becomes part of name, MAC and UUID
     * @param tap interface of the LAN
     * @param disk its first disk, raw
     * @return a PC with a fixed identity
     */
    public static Hardware pc(int number, String tap, Path disk) {
        return new Hardware(
                "pc" + number,
                "52:54:00:00:10:0" + number,
                "4c4c4544-0042-3510-8054-b4c04f4d370" + number,
                512,
                tap,
                "virtio-net-pci",
                Optional.of(disk),
                Firmware.BIOS,
                false);
    }

    /**
     * The same PC with other memory.
     *
     * @param memory megabytes
     * @return a changed copy
     */
    public Hardware withMegabytes(int memory) {
        return new Hardware(name, mac, uuid, memory, tap, card, disk, firmware, screen);
    }

    /**
     * The same PC with another network card.
     *
     * @param model QEMU's name of the card
     * @return a changed copy
     */
    public Hardware withCard(String model) {
        return new Hardware(name, mac, uuid, megabytes, tap, model, disk, firmware, screen);
    }

    /** {@return the same PC with a screen} */
    public Hardware withScreen() {
        return new Hardware(name, mac, uuid, megabytes, tap, card, disk, firmware, true);
    }

    /** {@return the same PC without any disk} */
    public Hardware withoutDisk() {
        return new Hardware(name, mac, uuid, megabytes, tap, card, Optional.empty(), firmware, screen);
    }

    /**
     * The same PC with another firmware.
     *
     * @param other what it runs when it is switched on
     * @return a changed copy
     */
    public Hardware withFirmware(Firmware other) {
        return new Hardware(name, mac, uuid, megabytes, tap, card, disk, other, screen);
    }

    /** {@return the MAC address as Brume names an unknown machine: twelve hexadecimal digits} */
    public String digits() {
        return mac.replace(":", "");
    }
}
