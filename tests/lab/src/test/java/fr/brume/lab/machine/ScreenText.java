package fr.brume.lab.machine;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came out of a console without control sequences, and how far a test has looked. Thread-safe. */
final class ScreenText {
    private static final Pattern CONTROL =
            Pattern.compile("\u001b(\\[[0-9;?]*[A-Za-z]|[()][A-Z0-9]|[=>78cM])|\r|\u0000");
    private static final int LONGEST_SEQUENCE = 16;

    private final StringBuilder plain = new StringBuilder();
    private String pending = "";
    private int seen;
    private boolean over;

    synchronized void append(String more) {
        String raw = pending + more;
        int cut = cut(raw);
        pending = raw.substring(cut);
        plain.append(CONTROL.matcher(raw.substring(0, cut)).replaceAll(""));
        notifyAll();
    }

    /** {@return where an unfinished control sequence at the end begins} */
    private static int cut(String raw) {
        int escape = raw.lastIndexOf('\u001b');
        boolean unfinished = escape >= 0
                && raw.length() - escape < LONGEST_SEQUENCE
                && !CONTROL.matcher(raw).region(escape, raw.length()).lookingAt();
        return unfinished ? escape : raw.length();
    }

    synchronized void end() {
        over = true;
        notifyAll();
    }

    synchronized String plain() {
        return plain.toString();
    }

    /**
     * Waits for a text behind the last one found.
     *
     * @return the match, or null when it does not come in time
     */
    synchronized Matcher await(Pattern wanted, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Matcher matcher = wanted.matcher(plain.toString());
            if (matcher.find(seen)) {
                seen = matcher.end();
                return matcher;
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0 || over) {
                return null;
            }
            pause(left);
        }
    }

    private void pause(long milliseconds) {
        try {
            wait(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
