package fr.brume.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map that drops an entry when it grows over its capacity, so that nobody who comes under ever new names fills the memory. Not
 * safe for threads.
 */
public final class BoundedMap<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int capacity;

    private BoundedMap(int capacity, boolean byUse) {
        super(16, 0.75f, byUse);
        this.capacity = capacity;
    }

    /** Drops the entry that was put first. */
    public static <K, V> Map<K, V> ofFirst(int capacity) {
        return new BoundedMap<>(capacity, false);
    }

    /** Drops the entry that was used longest ago. */
    public static <K, V> Map<K, V> ofUsed(int capacity) {
        return new BoundedMap<>(capacity, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > capacity;
    }
}
