package fr.brume.agent.imaging;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.DiskOpener;
import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;

/** Disks to which something happens before they are read past the cache. */
final class TroubledDisks implements DiskOpener {
    private final DiskOpener disks;
    private final Runnable beforeReading;

    TroubledDisks(DiskOpener disks, Runnable beforeReading) {
        this.disks = disks;
        this.beforeReading = beforeReading;
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
        return (Disk) java.lang.reflect.Proxy.newProxyInstance(
                Disk.class.getClassLoader(), new Class<?>[] {Disk.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("read") && arguments[1] instanceof ByteBuffer) {
                        beforeReading.run();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (java.lang.reflect.InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
