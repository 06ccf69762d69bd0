package fr.brume.domain.machine;

import java.util.Arrays;
import java.util.List;

/** How the boot menu hands over to the machine's own disk. */
public enum ExitType {
    /** Boots the first disk through the BIOS. */
    SANBOOT(true, false),
    /** Ends the loader; the firmware goes on with its next boot entry. */
    EXIT(true, true),
    /** Chains to the boot loader of the installed system. */
    GRUB(true, true),
    /** Starts rEFInd, which looks for installed systems. */
    REFIND(false, true),
    REBOOT(true, true),
    POWER_OFF(true, true);

    private final boolean onBios;
    private final boolean onEfi;

    ExitType(boolean onBios, boolean onEfi) {
        this.onBios = onBios;
        this.onEfi = onEfi;
    }

    /** Whether a machine with a BIOS can do it. */
    public boolean onBios() {
        return onBios;
    }

    /** Whether a machine with UEFI firmware can do it. */
    public boolean onEfi() {
        return onEfi;
    }

    /** What there is to choose from for a BIOS, in the order shown. */
    public static List<ExitType> forBios() {
        return Arrays.stream(values()).filter(ExitType::onBios).toList();
    }

    /** What there is to choose from for UEFI firmware, in the order shown. */
    public static List<ExitType> forEfi() {
        return Arrays.stream(values()).filter(ExitType::onEfi).toList();
    }

    /** Key of the label in {@code fr.brume.domain.Messages}. */
    public String key() {
        return "exitType." + name();
    }
}
