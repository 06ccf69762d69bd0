package fr.brume.protocol.transfer;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** One message: type and body, read field by field with every length checked. Not safe for threads. */
final class Message {
    /** Length field and type. */
    static final int HEADER = 5;

    private final MessageType type;
    private final ByteBuffer body;

    Message(MessageType type, ByteBuffer body) {
        this.type = type;
        this.body = body;
    }

    MessageType type() {
        return type;
    }

    /** What is left of the body. */
    ByteBuffer rest() {
        return body;
    }

    /** This message; refuses every other type, but throws what a FAILURE says. */
    Message expect(MessageType wanted) throws FailureException {
        if (type == MessageType.FAILURE) {
            throw FailureMessage.read(this);
        }
        if (type != wanted) {
            throw protocolError(type + " for " + wanted);
        }
        return this;
    }

    int u8() throws FailureException {
        return need(1).get() & 0xFF;
    }

    int u16() throws FailureException {
        return need(2).getShort() & 0xFFFF;
    }

    int i32() throws FailureException {
        return need(4).getInt();
    }

    long i64() throws FailureException {
        return need(8).getLong();
    }

    byte[] bytes(int length) throws FailureException {
        byte[] bytes = new byte[need(length).remaining() >= length ? length : 0];
        body.get(bytes);
        return bytes;
    }

    String name() throws FailureException {
        return new String(bytes(u8()), StandardCharsets.US_ASCII);
    }

    /** Refuses bytes behind the last field. */
    void end() throws FailureException {
        if (body.hasRemaining()) {
            throw protocolError(type + " is too long");
        }
    }

    private ByteBuffer need(int bytes) throws FailureException {
        if (body.remaining() < bytes) {
            throw protocolError(type + " is too short");
        }
        return body;
    }

    static FailureException protocolError(String what) {
        return new FailureException(Failure.PROTOCOL_ERROR, what);
    }

    /** An empty body of this size behind the header of a message; {@link #seal} completes it. */
    static ByteBuffer begin(MessageType type, int body) {
        return ByteBuffer.allocate(HEADER + body).putInt(1 + body).put((byte) type.code());
    }

    /** The header of a message whose body comes in pieces: this many bytes of it now, the rest behind. */
    static ByteBuffer begin(MessageType type, int now, int behind) {
        return ByteBuffer.allocate(HEADER + now).putInt(1 + now + behind).put((byte) type.code());
    }

    /** Ready to be sent. */
    static ByteBuffer seal(ByteBuffer message) {
        if (message.hasRemaining()) {
            throw new BufferUnderflowException();
        }
        return message.flip();
    }

    static void putName(ByteBuffer out, String name) {
        byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
        out.put((byte) ascii.length).put(ascii);
    }
}
