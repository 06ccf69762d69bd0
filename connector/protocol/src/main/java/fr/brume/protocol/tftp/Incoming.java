package fr.brume.protocol.tftp;

import java.nio.ByteBuffer;

/** What a datagram on the server's well-known port asks for. */
public sealed interface Incoming {
    /** A file. */
    record Read(ReadRequest request) implements Incoming {}

    /** Something that is not done: send this error packet back. */
    record Refuse(ByteBuffer packet) implements Incoming {}

    /** No request at all; answering would only serve who forges addresses. */
    record Ignore() implements Incoming {}
}
