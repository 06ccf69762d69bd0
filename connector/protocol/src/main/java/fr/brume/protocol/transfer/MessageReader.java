package fr.brume.protocol.transfer;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;

/**
 * Cuts a stream of bytes into messages. The length is checked against the maximum of the type before anything is allocated.
 * Two body buffers take turns: a message stays valid while the next one arrives. Not safe for threads.
 */
final class MessageReader {
    /** Bodies of this size go on to a file or to zstd, which both want direct buffers. */
    private static final int DIRECT = 256 << 10;

    /** Largest body from a peer that has not proved its key. */
    static final int UNPROVEN = 256;

    private final ByteBuffer header = ByteBuffer.allocate(Message.HEADER);
    private ByteBuffer filling = ByteBuffer.allocate(0);
    private ByteBuffer other = ByteBuffer.allocate(0);
    private MessageType type;

    /**
     * Takes bytes up to the end of one message.
     *
     * @param maxBody bytes allowed now, whatever the type allows
     * @return the message, or null while it is not whole
     * @throws FailureException PROTOCOL_ERROR or LIMIT_EXCEEDED; the stream cannot be read on
     */
    Message read(ByteBuffer in, int maxBody) throws FailureException {
        if (type == null) {
            copy(in, header);
            if (header.hasRemaining()) {
                return null;
            }
            open(maxBody);
        }
        copy(in, filling);
        if (filling.hasRemaining()) {
            return null;
        }
        Message message = new Message(type, filling.flip());
        ByteBuffer swap = other;
        other = filling;
        filling = swap;
        type = null;
        header.clear();
        return message;
    }

    /**
     * Where the rest of a large body can be put without a copy in between; null while there is none. What is put there is taken
     * note of by the next {@link #read}, of an empty buffer.
     */
    ByteBuffer rest() {
        return type != null && filling.isDirect() && filling.remaining() >= DIRECT ? filling : null;
    }

    private void open(int maxBody) throws FailureException {
        int length = header.getInt(0);
        type = MessageType.of(header.get(4));
        if (type == null) {
            throw Message.protocolError("message type");
        }
        if (length < 1 || length - 1 > Math.min(maxBody, type.maxBody())) {
            throw new FailureException(Failure.LIMIT_EXCEEDED, type + " of " + Integer.toUnsignedString(length));
        }
        int body = length - 1;
        if (filling.capacity() < body) {
            filling = body < DIRECT ? ByteBuffer.allocate(body) : ByteBuffer.allocateDirect((body | (DIRECT - 1)) + 1);
        }
        filling.clear().limit(body);
    }

    private static void copy(ByteBuffer from, ByteBuffer to) {
        int length = Math.min(from.remaining(), to.remaining());
        int limit = from.limit();
        to.put(from.limit(from.position() + length));
        from.limit(limit);
    }
}
