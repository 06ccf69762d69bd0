package fr.brume.protocol.agent;

/**
 * The answer to {@code POST /agent/v1/confirmation}: what a person reads on the machine's screen and types in the portal.
 *
 * @param code six digits
 * @param seconds for which to show it; then a new one is asked for
 */
public record ConfirmationCode(String code, long seconds) {
    /** Without the code. */
    @Override
    public String toString() {
        return "ConfirmationCode[" + seconds + "]";
    }
}
