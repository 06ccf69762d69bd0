package fr.brume.protocol.dhcp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects options of one packet; an option that comes in parts is joined (RFC 3396). For one packet, not safe for threads. */
final class OptionReader {
    private static final int FILE_HOLDS_OPTIONS = 1;
    private static final int SERVER_NAME_HOLDS_OPTIONS = 2;

    private final SortedMap<Integer, byte[]> values = new TreeMap<>();

    /** The options at the end of the packet and in the two fields, as far as it says so; empty when one is cut off. */
    static Optional<OptionReader> read(ByteBuffer options, byte[] file, byte[] serverName) {
        OptionReader reader = new OptionReader();
        if (!reader.add(options)) {
            return Optional.empty();
        }
        boolean whole = (!reader.fileIsOverloaded() || reader.add(ByteBuffer.wrap(file)))
                && (!reader.overloaded(SERVER_NAME_HOLDS_OPTIONS) || reader.add(ByteBuffer.wrap(serverName)));
        return whole ? Optional.of(reader) : Optional.empty();
    }

    boolean fileIsOverloaded() {
        return overloaded(FILE_HOLDS_OPTIONS);
    }

    private boolean overloaded(int bit) {
        byte[] value = values.get(OptionCode.OVERLOAD);
        return value != null && value.length == 1 && (value[0] & bit) != 0;
    }

    DhcpOptions options() {
        return new DhcpOptions(values);
    }

    /** Old clients leave the end mark out: the end of the packet will do. */
    private boolean add(ByteBuffer buffer) {
        while (buffer.hasRemaining()) {
            int code = buffer.get() & 255;
            if (code == OptionCode.END) {
                return true;
            }
            if (code != OptionCode.PAD && !addOne(code, buffer)) {
                return false;
            }
        }
        return true;
    }

    private boolean addOne(int code, ByteBuffer buffer) {
        int length = buffer.hasRemaining() ? buffer.get() & 255 : Integer.MAX_VALUE;
        if (length > buffer.remaining()) {
            return false;
        }
        byte[] value = new byte[length];
        buffer.get(value);
        values.merge(code, value, OptionReader::join);
        return true;
    }

    private static byte[] join(byte[] before, byte[] more) {
        byte[] joined = Arrays.copyOf(before, before.length + more.length);
        System.arraycopy(more, 0, joined, before.length, more.length);
        return joined;
    }
}
