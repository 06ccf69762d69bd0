package fr.brume.protocol.transfer;

import fr.brume.protocol.fault.FailureException;

/** What a session may do on this connection. */
public enum Mode {
    READ(1),
    WRITE(2);

    private final int code;

    Mode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Mode of(int code) throws FailureException {
        for (Mode mode : values()) {
            if (mode.code == code) {
                return mode;
            }
        }
        throw Message.protocolError("mode " + code);
    }
}
