package fr.brume.protocol.transfer;

import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionEntry;
import java.nio.ByteBuffer;

/**
 * The message INFO: a stored partition.
 *
 * @param geometry how it is cut
 * @param storedRegions regions that hold used blocks
 * @param root SHA-256 over the region digests, 32 bytes, to be compared with the manifest
 */
public record PartitionInfo(PartitionGeometry geometry, long storedRegions, byte[] root) {
    ByteBuffer write() {
        ByteBuffer out = Message.begin(MessageType.INFO, PartitionGeometry.BYTES + 8 + RegionEntry.DIGEST_BYTES);
        geometry.put(out);
        return Message.seal(out.putLong(storedRegions).put(root));
    }

    static PartitionInfo read(Message message) throws FailureException {
        ByteBuffer geometry = ByteBuffer.wrap(message.expect(MessageType.INFO).bytes(PartitionGeometry.BYTES));
        PartitionInfo info = new PartitionInfo(
                PartitionGeometry.get(geometry), message.i64(), message.bytes(RegionEntry.DIGEST_BYTES));
        message.end();
        if (info.storedRegions < 0 || info.storedRegions > info.geometry.regions()) {
            throw Message.protocolError("count of regions");
        }
        return info;
    }
}
