package fr.brume.agent.capture;

import fr.brume.agent.steps.GeneralisationCheck;
import fr.brume.protocol.agent.SideFile;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.Generalisation;
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
    /** What is known of the Windows on it; the worst of several. */
    Generalisation generalisation(GeneralisationCheck check) throws FailureException {
        Generalisation worst = Generalisation.NO_WINDOWS;
        for (DiskSource disk : disks) {
            for (PartitionSource partition : disk.partitions()) {
                if (partition.stored()) {
                    String device = partition.entry().device(partition.disk());
                    worst = worst.worse(check.of(partition.fileSystem().kind(), device));
                }
            }
        }
        return worst;
    }

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
