package fr.brume.protocol.tftp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The options of a transfer after negotiation, RFC 2347: unknown or senseless ones are left out, too large ones are lowered
 * where the RFC of the option allows it.
 *
 * @param blockSize bytes, 8 to 65464
 * @param windowSize blocks, 1 to {@value #MAXIMUM_WINDOW}
 * @param timeout seconds before a retransmission; 0 when the server chooses
 * @param acknowledgement the packet that tells the client; empty when no option was accepted
 */
record AgreedOptions(int blockSize, int windowSize, int timeout, byte[] acknowledgement) {
    static final int MAXIMUM_WINDOW = 64;

    private static final int DEFAULT_BLOCK = 512;
    private static final int MINIMUM_BLOCK = 8;
    private static final int MAXIMUM_BLOCK = 65464;
    /** RFC 2349 allows 255; a client that sleeps for minutes would only hold a place. */
    private static final int MAXIMUM_TIMEOUT = 60;

    /** Negotiates for a file of this many bytes. */
    static AgreedOptions of(ReadRequest request, long fileSize) {
        int blockSize = DEFAULT_BLOCK;
        int windowSize = 1;
        int timeout = 0;
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        for (Map.Entry<String, String> option : request.options().entrySet()) {
            OptionalInt value = OptionValue.parse(option.getValue());
            if (option.getKey().equals(OptionName.TRANSFER_SIZE)) {
                append(packet, OptionName.TRANSFER_SIZE, fileSize);
            } else if (option.getKey().equals(OptionName.BLOCK_SIZE) && value.orElse(0) >= MINIMUM_BLOCK) {
                blockSize = Math.min(value.getAsInt(), MAXIMUM_BLOCK);
                append(packet, OptionName.BLOCK_SIZE, blockSize);
            } else if (option.getKey().equals(OptionName.WINDOW_SIZE) && value.orElse(0) >= 1) {
                windowSize = Math.min(value.getAsInt(), MAXIMUM_WINDOW);
                append(packet, OptionName.WINDOW_SIZE, windowSize);
            } else if (option.getKey().equals(OptionName.TIMEOUT) && servesTimeout(value.orElse(0))) {
                timeout = value.getAsInt();
                append(packet, OptionName.TIMEOUT, timeout);
            }
        }
        return new AgreedOptions(blockSize, windowSize, timeout, packet.toByteArray());
    }

    private static boolean servesTimeout(int seconds) {
        return seconds >= 1 && seconds <= MAXIMUM_TIMEOUT;
    }

    private static void append(ByteArrayOutputStream packet, String option, long value) {
        if (packet.size() == 0) {
            packet.write(0);
            packet.write(Opcode.OPTION_ACKNOWLEDGEMENT);
        }
        packet.writeBytes((option + '\0' + value + '\0').getBytes(StandardCharsets.US_ASCII));
    }
}
