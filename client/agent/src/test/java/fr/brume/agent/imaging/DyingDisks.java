package fr.brume.agent.imaging;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.DiskOpener;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/** Disks of a machine whose power goes when so many bytes were written: nothing is written after. */
final class DyingDisks implements DiskOpener {
    private final DiskOpener disks;
    private final AtomicLong left;

    DyingDisks(DiskOpener disks, AtomicLong left) {
        this.disks = disks;
        this.left = left;
    }

    @Override
    public Disk source(DiskReport disk) throws FailureException {
        return disks.source(disk);
    }

    @Override
    public Disk target(DiskReport disk) throws FailureException {
        Disk real = disks.target(disk);
        return (Disk) Proxy.newProxyInstance(
                Disk.class.getClassLoader(), new Class<?>[] {Disk.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("write")) {
                        int length = ((ByteBuffer) arguments[1]).remaining();
                        if (left.addAndGet(-length) < 0) {
                            throw new FailureException(Failure.CANCELLED);
                        }
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public Disk directSource(DiskReport disk) throws FailureException {
        return disks.directSource(disk);
    }

    @Override
    public Disk directTarget(DiskReport disk) throws FailureException {
        return disks.directTarget(disk);
    }
}
