package fr.brume.agent.disk;

import java.nio.ByteBuffer;

/** A disk in memory, for tests. */
public final class MemoryDisk implements Disk {
    public final byte[] content;

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
        from.get(content, Math.toIntExact(offset), from.remaining());
    }

    @Override
    public void flush() {
        // Memory is as durable as it gets here.
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
