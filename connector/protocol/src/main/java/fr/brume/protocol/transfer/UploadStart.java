package fr.brume.protocol.transfer;

import fr.brume.protocol.fault.FailureException;

/**
 * The message BEGUN: what the server has durable of a partition.
 *
 * @param headFrames counted from the first
 * @param nextRegion smallest region number that may be put next
 * @param storedRegions regions it has
 * @param finished whether nothing is left to do
 */
public record UploadStart(int headFrames, long nextRegion, long storedRegions, boolean finished) {
    static UploadStart read(Message message) throws FailureException {
        message.expect(MessageType.BEGUN);
        UploadStart start = new UploadStart(message.i32(), message.i64(), message.i64(), message.u8() == 1);
        message.end();
        return start;
    }
}
