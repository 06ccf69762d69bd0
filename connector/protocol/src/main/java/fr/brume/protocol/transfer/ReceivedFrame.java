package fr.brume.protocol.transfer;

import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;

/**
 * One zstd frame from the server, not yet checked.
 *
 * @param number of the head frame or the region
 * @param contentLength decompressed bytes that the server says
 * @param bytes the frame; valid until the frame after the next is received
 */
public record ReceivedFrame(long number, int contentLength, ByteBuffer bytes) {
    static ReceivedFrame read(Message message) throws FailureException {
        message.expect(MessageType.FRAME);
        return new ReceivedFrame(message.i64(), message.i32(), message.rest());
    }
}
