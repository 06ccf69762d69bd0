package fr.brume.domain.machine;

/** How the boot menu hands over to the machine's own disk. */
public enum ExitType {
    SANBOOT,
    EXIT,
    REBOOT;

    /** Key of the label in {@code fr.brume.domain.Messages}. */
    public String key() {
        return "exitType." + name();
    }
}
