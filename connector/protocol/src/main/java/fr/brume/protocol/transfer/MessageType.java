package fr.brume.protocol.transfer;

import fr.brume.protocol.image.ContentPieces;
import fr.brume.protocol.image.ContentRange;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.RegionCodec;
import fr.brume.protocol.image.RegionEntry;

/**
 * The messages. On the wire: u32 length of what follows, u8 type, body; numbers are big-endian. Names are u8 length and ASCII.
 *
 * <pre>
 * HELLO      u32 "BRUM", u16 version, name session id, byte[32] client nonce
 * CHALLENGE  byte[32] server nonce
 * PROOF      byte[32] HMAC of the client ({@link Proof})
 * WELCOME    u8 mode (1 read, 2 write), byte[32] HMAC of the server
 * FAILURE    u16 code, u8 count, count x (u16 length, UTF-8); the connection ends behind it
 *
 * read:
 * OPEN       name file                      INFO    geometry (24), u64 stored regions, byte[32] root
 * GET_HEAD   u32 first, u16 count           FRAME   u64 number, u32 content length, frame   (once per frame asked)
 * GET_REGIONS u16 count, count x u64        FRAME   as above, in the order asked
 * GET_HASHES u16 count, count x u64         HASHES  u64 region, block hashes                (once per region asked)
 * GET_BLOCKS u64 region, u16 count,         BLOCKS  u64 region, bits: the pieces that have other marks, least significant
 *            count x (u32 offset, u32 length),      first in as few bytes as hold all; frame of these, one behind the other
 *            u32 mark of each piece of these        (absent when there are none)
 *            stretches of the region's content ({@link fr.brume.protocol.image.ContentPieces})
 * GET_ENTRIES u64 first, u16 count          ENTRIES u64 first, entries (56 each); for a staged partition too
 *
 * write:
 * BEGIN      name file, geometry            BEGUN   u32 head frames, u64 next region, u64 stored regions, u8 finished
 * PUT_HEAD   u32 number, frame              ACK     u64 messages PUT_* durable since BEGIN (now and then)
 * PUT_REGION u64 number, u32 content length, byte[32] digest, u16 count, hashes, frame
 * SYNC       -                              SYNCED  u64 as ACK, at once when durable
 * FINISH     byte[32] root                  FINISHED byte[32] root
 * REUSE_REGION u64 number, byte[32] digest                 a PUT: the region of the earlier version as it is
 * PATCH_REGION u64 number, byte[32] digest, u16 length,    a PUT: that region with the hash blocks of these bits replaced
 *            bits, frame (may be empty)
 * </pre>
 *
 * A connection of mode write that sends OPEN instead of BEGIN reads the earlier version of the image, as in mode read.
 */
enum MessageType {
    HELLO(1, 256),
    CHALLENGE(2, 64),
    PROOF(3, 64),
    WELCOME(4, 64),
    FAILURE(5, 4096),
    OPEN(16, 64),
    INFO(17, 128),
    GET_HEAD(18, 16),
    GET_REGIONS(19, 16 + Limits.REGIONS_PER_REQUEST * 8),
    FRAME(20, 64 + Limits.FRAME),
    GET_HASHES(21, 16 + Limits.REGIONS_PER_REQUEST * 8),
    HASHES(22, 64 + Limits.HASHES),
    GET_ENTRIES(23, 16),
    ENTRIES(24, 64 + Limits.ENTRIES_PER_REQUEST * RegionEntry.BYTES),
    GET_BLOCKS(25, 16 + Limits.RANGES * ContentRange.BYTES + Limits.PIECES * Integer.BYTES),
    BLOCKS(26, 64 + Limits.PIECES / 8 + Limits.FRAME),
    BEGIN(32, 64),
    BEGUN(33, 64),
    PUT_HEAD(34, 64 + Limits.FRAME),
    PUT_REGION(35, 128 + Limits.HASHES + Limits.FRAME),
    ACK(36, 16),
    SYNC(37, 0),
    FINISH(38, 64),
    FINISHED(39, 64),
    SYNCED(40, 16),
    REUSE_REGION(41, 64),
    PATCH_REGION(42, 128 + Limits.HASH_BLOCKS / 8 + Limits.FRAME);

    /** Numbers both sides keep to. */
    static final class Limits {
        static final int REGIONS_PER_REQUEST = 64;
        static final int ENTRIES_PER_REQUEST = 1024;
        static final int FRAME = RegionCodec.bound(PartitionGeometry.MAX_REGION);
        static final int HASH_BLOCKS = PartitionGeometry.MAX_REGION / PartitionGeometry.HASH_BLOCK;
        static final int HASHES = HASH_BLOCKS * RegionEntry.DIGEST_BYTES;
        /** Stretches of one region: every hash block. */
        static final int RANGES = HASH_BLOCKS;
        /** Pieces of one region, one of each hash block being a short one. */
        static final int PIECES = PartitionGeometry.MAX_REGION / ContentPieces.SIZE + HASH_BLOCKS;
        /** The server makes durable, and acknowledges, at the latest when this much has come. */
        static final int SYNC_BYTES = 8 << 20;
        /** The client waits when this much is not acknowledged; more than one sync step and the largest message. */
        static final int WINDOW_BYTES = 48 << 20;

        private Limits() {}
    }

    private static final MessageType[] BY_CODE = new MessageType[64];

    static {
        for (MessageType type : values()) {
            BY_CODE[type.code] = type;
        }
    }

    private final int code;
    private final int maxBody;

    MessageType(int code, int maxBody) {
        this.code = code;
        this.maxBody = maxBody;
    }

    int code() {
        return code;
    }

    /** Largest body, bytes. */
    int maxBody() {
        return maxBody;
    }

    /** The type of this code, or null. */
    static MessageType of(int code) {
        return code > 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    }
}
