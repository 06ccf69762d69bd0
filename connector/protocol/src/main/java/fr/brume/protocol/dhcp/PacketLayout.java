package fr.brume.protocol.dhcp;

/** Sizes and constants of RFC 2131 figure 1. */
final class PacketLayout {
    static final int REQUEST = 1;
    static final int REPLY = 2;
    static final int ETHERNET = 1;
    static final int MAC_LENGTH = 6;
    static final int HARDWARE_FIELD = 16;
    static final int SERVER_FIELD = 64;
    static final int FILE_FIELD = 128;
    static final int COOKIE = 0x63825363;
    static final short BROADCAST = (short) 0x8000;
    /** Everything before the options, cookie included. */
    static final int FIXED = 240;
    /** RFC 1542 section 2.1: what is shorter some relays drop. */
    static final int SHORTEST = 300;

    private PacketLayout() {}
}
