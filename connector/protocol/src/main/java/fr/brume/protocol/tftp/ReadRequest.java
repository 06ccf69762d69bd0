package fr.brume.protocol.tftp;

import java.util.Map;

/**
 * A well-formed read request, RFC 1350 figure 5-1 with RFC 2347. Two equal requests from one address and port are the same one,
 * sent again.
 *
 * @param name of the file as asked, 1 to 255 characters without control characters, not yet cleaned
 * @param options as asked, names in lower case, in the order of the packet; unknown ones included
 */
public record ReadRequest(String name, Map<String, String> options) {
    /** Block size asked, in bytes; 0 when it is absent or no number. */
    public int blockSize() {
        return number(OptionName.BLOCK_SIZE);
    }

    /** Window size asked, in blocks; 0 when it is absent or no number. */
    public int windowSize() {
        return number(OptionName.WINDOW_SIZE);
    }

    /** Whether {@code tsize} 0 was asked; firmware that does so often ends the transfer there and asks again. */
    public boolean sizeAsked() {
        return "0".equals(options.get(OptionName.TRANSFER_SIZE));
    }

    private int number(String option) {
        return OptionValue.parse(options.get(option)).orElse(0);
    }
}
