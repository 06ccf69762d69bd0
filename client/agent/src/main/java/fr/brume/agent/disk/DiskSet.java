package fr.brume.agent.disk;

import fr.brume.protocol.agent.DiskReport;
import fr.brume.protocol.fault.FailureException;
import java.util.ArrayList;
import java.util.List;

/** The disks that a task works on, open, in order. Closing it closes all. */
public final class DiskSet implements AutoCloseable {
    private final List<Disk> disks = new ArrayList<>();

    private DiskSet() {}

    /** How one of them is opened. */
    @FunctionalInterface
    public interface Opening {
        Disk of(DiskReport disk) throws FailureException;
    }

    /** Opens them all, or none. */
    public static DiskSet open(List<DiskReport> chosen, Opening opening) throws FailureException {
        DiskSet set = new DiskSet();
        try {
            for (DiskReport disk : chosen) {
                set.disks.add(opening.of(disk));
            }
            return set;
        } catch (FailureException e) {
            set.close();
            throw e;
        }
    }

    public List<Disk> disks() {
        return List.copyOf(disks);
    }

    @Override
    public void close() {
        disks.forEach(Disk::close);
    }
}
