package fr.brume.protocol.dhcp;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** The options of one packet by their codes; values that have not the length their meaning needs count as absent. Immutable. */
public final class DhcpOptions {
    private static final int LONGEST_TEXT = 255;

    private final SortedMap<Integer, byte[]> values;

    /** Options with these values, which must not change any more. */
    public DhcpOptions(Map<Integer, byte[]> values) {
        this.values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    SortedMap<Integer, byte[]> values() {
        return values;
    }

    /** The bytes of an option; empty when the packet has none of this code. */
    public Optional<byte[]> bytes(int code) {
        return Optional.ofNullable(values.get(code)).map(byte[]::clone);
    }

    /** An option of one byte, unsigned. */
    public OptionalInt octet(int code) {
        byte[] value = values.get(code);
        return value == null || value.length != 1 ? OptionalInt.empty() : OptionalInt.of(value[0] & 255);
    }

    /** The first of an option's 16-bit numbers, unsigned. */
    public OptionalInt firstNumber(int code) {
        byte[] value = values.get(code);
        return value == null || value.length < 2 || value.length % 2 != 0
                ? OptionalInt.empty()
                : OptionalInt.of((value[0] & 255) << 8 | value[1] & 255);
    }

    /** An option of four bytes. */
    public Optional<Ipv4Address> address(int code) {
        byte[] value = values.get(code);
        return value == null || value.length != 4
                ? Optional.empty()
                : Optional.of(new Ipv4Address(
                        (value[0] & 255) << 24 | (value[1] & 255) << 16 | (value[2] & 255) << 8 | value[3] & 255));
    }

    /** An option as printable ASCII of 255 characters at most; empty when it is absent, blank or anything else. */
    public String text(int code) {
        byte[] value = values.get(code);
        return value == null || value.length > LONGEST_TEXT ? "" : printable(value);
    }

    /** The bytes as text, without the zeros at their end; empty unless all of it is printable ASCII. */
    static String printable(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) {
            length--;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[i] < 0x20 || bytes[i] > 0x7e) {
                return "";
            }
        }
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }
}
