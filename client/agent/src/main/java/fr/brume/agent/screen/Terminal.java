package fr.brume.agent.screen;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Draws pages on consoles, from the top left corner, without clearing between frames: no flicker, and a log of the serial line
 * stays readable. A console that fails is no reason to stop imaging. Safe for threads.
 */
public final class Terminal {
    private static final String CLEAR = "\033[2J";
    private static final String HOME = "\033[H";
    private static final String CLEAR_LINE = "\033[K";
    private static final String CLEAR_BELOW = "\033[J";

    private final OutputStream out;
    private List<String> shown = List.of();
    private boolean cleared;

    public Terminal(OutputStream out) {
        this.out = out;
    }

    /** Draws unless exactly this stands there already. */
    public synchronized void draw(List<String> lines) {
        if (lines.equals(shown)) {
            return;
        }
        StringBuilder frame = new StringBuilder(cleared ? HOME : CLEAR + HOME);
        for (String line : lines) {
            frame.append(line).append(CLEAR_LINE).append("\r\n");
        }
        frame.append(CLEAR_BELOW);
        write(frame.toString());
        cleared = true;
        shown = List.copyOf(lines);
    }

    private void write(String frame) {
        try {
            out.write(frame.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            System.getLogger(Terminal.class.getName()).log(System.Logger.Level.DEBUG, "console", e);
        }
    }
}
