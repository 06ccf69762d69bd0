package fr.brume.protocol.transfer;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;

/** Messages over a blocking byte channel. Not safe for threads. */
final class MessageChannel implements AutoCloseable {
    private final ByteChannel channel;
    private final MessageReader reader = new MessageReader();
    private final ByteBuffer in = ByteBuffer.allocateDirect(256 << 10).limit(0);

    MessageChannel(ByteChannel channel) {
        this.channel = channel;
    }

    void send(ByteBuffer... parts) throws FailureException {
        try {
            for (ByteBuffer part : parts) {
                while (part.hasRemaining()) {
                    channel.write(part);
                }
            }
        } catch (IOException e) {
            throw whyClosed();
        }
    }

    /** A server that refuses says so before it closes; the refusal may wait behind answers not yet read. */
    private FailureException whyClosed() throws FailureException {
        Message message = receive();
        while (message.type() != MessageType.FAILURE) {
            message = receive();
        }
        return FailureMessage.read(message);
    }

    /** The next message; valid until the one after the next is read. */
    Message receive() throws FailureException {
        Message message = reader.read(in, Integer.MAX_VALUE);
        while (message == null) {
            fill();
            message = reader.read(in, Integer.MAX_VALUE);
        }
        return message;
    }

    private void fill() throws FailureException {
        try {
            ByteBuffer body = reader.rest();
            int read = channel.read(body == null ? in.clear() : body);
            if (body == null) {
                in.flip();
            }
            if (read < 0) {
                throw new FailureException(Failure.SERVER_LOST);
            }
        } catch (IOException e) {
            in.limit(0);
            throw lost(e);
        }
    }

    private static FailureException lost(IOException e) {
        return new FailureException(Failure.SERVER_LOST, e);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
