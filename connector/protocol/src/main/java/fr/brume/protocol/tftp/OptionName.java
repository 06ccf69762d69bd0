package fr.brume.protocol.tftp;

/** The options served, in lower case as they are compared and echoed. */
final class OptionName {
    /** RFC 2348: bytes of data in a block. */
    static final String BLOCK_SIZE = "blksize";
    /** RFC 2349: seconds before a retransmission. */
    static final String TIMEOUT = "timeout";
    /** RFC 2349: bytes in the file. */
    static final String TRANSFER_SIZE = "tsize";
    /** RFC 7440: blocks in a row before an acknowledgement. */
    static final String WINDOW_SIZE = "windowsize";

    private OptionName() {}
}
