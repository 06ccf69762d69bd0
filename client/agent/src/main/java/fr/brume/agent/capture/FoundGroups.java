package fr.brume.agent.capture;

import fr.brume.agent.disk.Stretch;
import fr.brume.agent.disk.TableEntry;
import fr.brume.agent.filesystem.Kind;
import fr.brume.agent.lvm.GroupLayout;
import fr.brume.agent.lvm.PhysicalVolume;
import fr.brume.agent.lvm.VolumeGroup;
import fr.brume.agent.lvm.VolumeGroup.Physical;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PhysicalVolumeManifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The volume groups on some disks of which every part is there and can be read, so that they are imaged volume by volume. */
final class FoundGroups {
    private final Map<String, List<Part>> groups = new LinkedHashMap<>();

    /** A physical volume that was found. */
    private record Part(ExaminedDisk disk, TableEntry entry, PhysicalVolume volume) {
        Stretch place() {
            int sector = disk.disk().sectorSize();
            return new Stretch(disk.disk(), entry.startSector() * sector, entry.sectors() * sector);
        }

        PhysicalVolumeManifest manifest() {
            return new PhysicalVolumeManifest(disk.number(), entry.number(), volume.uuid());
        }
    }

    static FoundGroups on(List<ExaminedDisk> disks) throws FailureException {
        FoundGroups found = new FoundGroups();
        for (ExaminedDisk disk : disks) {
            for (TableEntry entry : disk.fileSystems().keySet()) {
                if (disk.fileSystems().get(entry).kind() == Kind.LVM) {
                    found.add(disk, entry);
                }
            }
        }
        found.groups.values().removeIf(parts -> !whole(parts));
        return found;
    }

    private void add(ExaminedDisk disk, TableEntry entry) throws FailureException {
        try {
            PhysicalVolume volume = PhysicalVolume.read(
                    disk.disk(), entry.startSector() * disk.disk().sectorSize());
            groups.computeIfAbsent(volume.group().uuid(), uuid -> new ArrayList<>())
                    .add(new Part(disk, entry, volume));
        } catch (FailureException e) {
            if (e.failure() != Failure.UNSUPPORTED_TABLE) {
                throw e;
            }
            // Without metadata that can be read it is stored as it is.
        }
    }

    private static boolean whole(List<Part> parts) {
        VolumeGroup group = parts.get(0).volume().group();
        return group.plain() && layout(parts).complete();
    }

    private static GroupLayout layout(List<Part> parts) {
        Map<String, Stretch> places =
                parts.stream().collect(Collectors.toMap(part -> part.volume().uuid(), Part::place, (a, b) -> a));
        return new GroupLayout(parts.get(0).volume().group(), places);
    }

    /** The physical volume that this partition is of one of the groups; empty when it is stored as it is. */
    Optional<Physical> physical(ExaminedDisk disk, TableEntry entry) {
        return groups.values().stream()
                .flatMap(List::stream)
                .filter(part -> part.disk() == disk && part.entry().equals(entry))
                .flatMap(part -> part.volume().group().physicalVolumes().stream()
                        .filter(physical -> physical.uuid().equals(part.volume().uuid())))
                .findFirst();
    }

    /** How a logical volume is looked at. */
    @FunctionalInterface
    interface Look {
        PartitionSource at(GroupLayout layout, VolumeGroup.Logical volume, String name, int number)
                throws FailureException;
    }

    /** What is captured of the groups. */
    List<GroupSource> sources(Look look) throws FailureException {
        List<GroupSource> sources = new ArrayList<>();
        for (List<Part> parts : groups.values()) {
            VolumeGroup group = parts.get(0).volume().group();
            String name = parts.get(0).disk().name(parts.get(0).entry());
            List<PartitionSource> volumes = new ArrayList<>();
            for (VolumeGroup.Logical volume : group.volumes()) {
                volumes.add(look.at(layout(parts), volume, name + "." + volume.name(), volumes.size() + 1));
            }
            List<PhysicalVolumeManifest> physical =
                    parts.stream().map(Part::manifest).toList();
            sources.add(new GroupSource(group, name, physical, volumes));
        }
        return sources;
    }
}
