package fr.brume.protocol.tftp;

/** First two bytes of a packet, RFC 1350 section 5 and RFC 2347. */
final class Opcode {
    static final int READ_REQUEST = 1;
    static final int WRITE_REQUEST = 2;
    static final int DATA = 3;
    static final int ACKNOWLEDGEMENT = 4;
    static final int ERROR = 5;
    static final int OPTION_ACKNOWLEDGEMENT = 6;

    private Opcode() {}
}
