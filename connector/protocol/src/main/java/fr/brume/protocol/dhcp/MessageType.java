package fr.brume.protocol.dhcp;

import java.util.Arrays;
import java.util.Optional;

/** RFC 2132 section 9.6. */
public enum MessageType {
    DISCOVER(1),
    OFFER(2),
    REQUEST(3),
    DECLINE(4),
    ACK(5),
    NAK(6),
    RELEASE(7),
    INFORM(8);

    private final int code;

    MessageType(int code) {
        this.code = code;
    }

    /** The value of option 53. */
    public int code() {
        return code;
    }

    /** The type of this code; empty for one of none. */
    public static Optional<MessageType> of(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
}
