package fr.brume.agent.disk;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A disk in memory, for tests; it remembers in which order it was written. */
public final class MemoryDisk implements Disk {
    public final byte[] content;
    final List<String> told = new ArrayList<>();

    public MemoryDisk(int bytes) {
        this.content = new byte[bytes];
    }

    @Override
    public String device() {
        return "/dev/memory";
    }

    @Override
    public long bytes() {
        return content.length;
    }

    @Override
    public int sectorSize() {
        return 512;
    }

    @Override
    public void read(long offset, ByteBuffer into) {
        into.put(content, Math.toIntExact(offset), into.remaining());
    }

    @Override
    public void write(long offset, ByteBuffer from) {
        told.add("write " + offset + ".." + (offset + from.remaining()));
        from.get(content, Math.toIntExact(offset), from.remaining());
    }

    @Override
    public void flush() {
        told.add("flush");
    }

    @Override
    public String partition(int number, long start, long bytes) {
        return "/dev/memory" + number;
    }

    @Override
    public void rereadTable() {
        // Nobody else looks at it.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
