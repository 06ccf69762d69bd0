package fr.brume.agent.imaging;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.DiskOpener;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.FailureException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;

/** Disks with one bit that does not stay as it was written: whoever reads it past the cache finds the other value. */
final class FlippedDisks implements DiskOpener {
    private final DiskOpener disks;
    private final long place;
    private final int bit;

    /**
     * Flips a bit.
     *
     * @param place of its byte
     * @param bit 0 to 7
     */
    FlippedDisks(DiskOpener disks, long place, int bit) {
        this.disks = disks;
        this.place = place;
        this.bit = bit;
    }

    @Override
    public Disk source(DiskReport disk) throws FailureException {
        return disks.source(disk);
    }

    @Override
    public Disk target(DiskReport disk) throws FailureException {
        return disks.target(disk);
    }

    @Override
    public Disk directSource(DiskReport disk) throws FailureException {
        return disks.directSource(disk);
    }

    @Override
    public Disk directTarget(DiskReport disk) throws FailureException {
        Disk real = disks.directTarget(disk);
        return (Disk) Proxy.newProxyInstance(
                Disk.class.getClassLoader(), new Class<?>[] {Disk.class}, (proxy, method, arguments) -> {
                    boolean read = method.getName().equals("read");
                    int from = read ? ((ByteBuffer) arguments[1]).position() : 0;
                    Object result;
                    try {
                        result = method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (read) {
                        flip((ByteBuffer) arguments[1], from + place - (Long) arguments[0], from);
                    }
                    return result;
                });
    }

    private void flip(ByteBuffer read, long at, int from) {
        if (at >= from && at < read.position()) {
            read.put((int) at, (byte) (read.get((int) at) ^ 1 << bit));
        }
    }
}
