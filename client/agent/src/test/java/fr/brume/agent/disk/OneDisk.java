package fr.brume.agent.disk;

import fr.brume.protocol.agent.DiskReport;

/**
 * Opens the same disk whatever is asked for.
 *
 * @param disk opened
 */
public record OneDisk(Disk disk) implements DiskOpener {
    @Override
    public Disk source(DiskReport asked) {
        return disk;
    }

    @Override
    public Disk target(DiskReport asked) {
        return disk;
    }

    @Override
    public Disk directSource(DiskReport asked) {
        return disk;
    }

    @Override
    public Disk directTarget(DiskReport asked) {
        return disk;
    }
}
