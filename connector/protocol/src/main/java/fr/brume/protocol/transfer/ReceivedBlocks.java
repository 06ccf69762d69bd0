package fr.brume.protocol.transfer;

import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * What the server has otherwise of blocks of a region, not yet checked.
 *
 * @param region its number
 * @param pieces which of those asked for
 * @param frame of them, one behind the other, empty when there are none; valid until the message after the next is received
 */
public record ReceivedBlocks(long region, BitSet pieces, ByteBuffer frame) {}
