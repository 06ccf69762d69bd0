package fr.brume.agent.form;

/**
 * How a line is typed.
 *
 * @param initial what stands there first
 * @param longest characters at most
 * @param hidden whether it is a password
 */
public record Line(String initial, int longest, boolean hidden) {
    public static Line of(String initial, int longest) {
        return new Line(initial, longest, false);
    }

    public static Line password(int longest) {
        return new Line("", longest, true);
    }
}
