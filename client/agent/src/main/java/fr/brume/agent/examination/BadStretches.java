package fr.brume.agent.examination;

import java.util.ArrayList;
import java.util.List;

/** The unreadable parts of a disk, neighbours joined. Keeps a limited list and counts all. Not safe for threads. */
final class BadStretches {
    private static final int LISTED = 100;

    /** From the first to before the last byte. */
    record Stretch(long first, long end) {}

    private final List<Stretch> listed = new ArrayList<>();
    private int count;
    private long bytes;

    /** Takes note of the next one; they come in order. */
    void add(long first, long end) {
        bytes += end - first;
        int last = listed.size() - 1;
        if (count == listed.size() && last >= 0 && listed.get(last).end() == first) {
            listed.set(last, new Stretch(listed.get(last).first(), end));
            return;
        }
        count++;
        if (listed.size() < LISTED) {
            listed.add(new Stretch(first, end));
        }
    }

    /** The first ones, in order. */
    List<Stretch> listed() {
        return List.copyOf(listed);
    }

    /** How many there are that do not touch. */
    int count() {
        return count;
    }

    long bytes() {
        return bytes;
    }
}
