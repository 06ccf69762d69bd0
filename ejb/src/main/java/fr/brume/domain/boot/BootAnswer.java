package fr.brume.domain.boot;

/** What a machine that asked was given. */
public enum BootAnswer {
    /** Nothing: it spoke to the site's DHCP server and was only heard. */
    HEARD,
    /** An offer of Brume's own proxyDHCP. */
    OFFER,
    /** A file of the boot folder. */
    FILE,
    /** The script that leads a loader to its plan. */
    SCRIPT,
    /** The boot menu. */
    MENU,
    /** Kernel and environment, to do something. */
    ENVIRONMENT,
    /** The ticket of its boot. */
    TICKET,
    /** There is no file of that name, and none is needed. */
    ABSENT,
    /** There is no file of that name. */
    NOT_FOUND,
    /** Nothing, on purpose: the firmware goes on by itself. */
    LEFT_ALONE,
    /** Nothing is built for its processor. */
    NO_LOADER,
    /** Somebody should look at it: what it shows does not fit what is known. */
    DOUBTED,
    /** It may not have what it asked for, or not now. */
    REFUSED;

    /** Key of the label in {@code fr.brume.domain.Messages}. */
    public String key() {
        return "bootAnswer." + name();
    }
}
