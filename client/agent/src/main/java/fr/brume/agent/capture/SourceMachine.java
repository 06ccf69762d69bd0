package fr.brume.agent.capture;

import fr.brume.protocol.agent.SideFile;
import fr.brume.protocol.fault.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that is captured of a machine.
 *
 * @param disks in order
 * @param groups volume groups on them
 */
record SourceMachine(List<DiskSource> disks, List<GroupSource> groups) {
    /** What is stored, in the order of sending. */
    List<PartitionSource> stored() {
        return Stream.concat(
                        disks.stream().map(DiskSource::partitions).flatMap(List::stream),
                        groups.stream().map(GroupSource::volumes).flatMap(List::stream))
                .filter(PartitionSource::stored)
                .toList();
    }

    List<SideFile> sideFiles() throws FailureException {
        List<SideFile> files = new ArrayList<>();
        for (DiskSource disk : disks) {
            files.addAll(disk.sideFiles());
        }
        groups.stream().map(GroupSource::sideFile).forEach(files::add);
        return files;
    }
}
