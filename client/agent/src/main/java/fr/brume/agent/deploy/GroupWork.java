package fr.brume.agent.deploy;

import fr.brume.agent.disk.JoinedDisk;
import fr.brume.agent.disk.Stretch;
import fr.brume.agent.filesystem.Kind;
import fr.brume.agent.lvm.GroupLayout;
import fr.brume.agent.lvm.VolumeGroup;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionManifest;
import fr.brume.protocol.image.PhysicalVolumeManifest;
import fr.brume.protocol.image.VolumeGroupManifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A volume group of the image. Label and metadata come back with the partitions it lies on, so that it has the names and UUIDs it
 * had; the volumes are written where the metadata says that they lie.
 */
final class GroupWork {
    private final VolumeGroupManifest manifest;
    private final VolumeGroup group;
    private final List<List<Content>> disks;
    private final RestoredPartition restored;

    /**
     * Brings back a group.
     *
     * @param group its metadata
     * @param disks the contents of every disk of the image, in order
     */
    GroupWork(VolumeGroupManifest manifest, VolumeGroup group, List<List<Content>> disks, RestoredPartition restored) {
        this.manifest = manifest;
        this.group = group;
        this.disks = disks;
        this.restored = restored;
    }

    /** Whether all that the group lies on is deployed. */
    boolean whole() {
        return manifest.physicalVolumes().stream()
                .allMatch(volume -> place(volume).isPresent());
    }

    private Optional<Content> place(PhysicalVolumeManifest volume) {
        return disks.get(volume.disk() - 1).stream()
                .filter(content -> content.partition().number() == volume.partition())
                .findFirst();
    }

    /** What is written of it. */
    List<Content> contents() throws FailureException {
        List<Content> contents = new ArrayList<>();
        for (PartitionManifest volume : manifest.volumes()) {
            if (!volume.file().isEmpty()) {
                contents.add(new Content(volume(volume, false), volume(volume, true), volume));
            }
        }
        return contents;
    }

    /** All contents are on the medium: has the file systems checked and swap areas made. */
    void finish() throws FailureException {
        for (PartitionManifest volume : manifest.volumes()) {
            Kind kind = Kind.of(volume.fileSystem());
            if (kind.wellKnown() || kind == Kind.SWAP) {
                JoinedDisk disk = volume(volume, false);
                restored.repair(disk, volume, true, false);
                restored.finish(volume, disk.map());
            }
        }
        for (PhysicalVolumeManifest volume : manifest.physicalVolumes()) {
            place(volume).orElseThrow(this::corrupt).disk().releaseJoined();
        }
        for (PartitionManifest volume : manifest.volumes()) {
            if (Kind.of(volume.fileSystem()) == Kind.SWAP) {
                new MetadataProof(volume(volume, false), volume(volume, true)).swap(volume);
            }
        }
    }

    private JoinedDisk volume(PartitionManifest volume, boolean seen) throws FailureException {
        Map<String, Stretch> places = new HashMap<>();
        for (PhysicalVolumeManifest physical : manifest.physicalVolumes()) {
            Content content = place(physical).orElseThrow(this::corrupt);
            PartitionManifest partition = content.partition();
            places.put(
                    physical.uuid(),
                    new Stretch(seen ? content.seen() : content.disk(), partition.start(), partition.bytes()));
        }
        VolumeGroup.Logical logical = group.volumes().stream()
                .filter(other -> other.name().equals(volume.name()))
                .findFirst()
                .orElseThrow(this::corrupt);
        JoinedDisk disk = new GroupLayout(group, places).volume(logical, true);
        if (disk.bytes() != volume.bytes()) {
            throw corrupt();
        }
        return disk;
    }

    private FailureException corrupt() {
        return new FailureException(Failure.IMAGE_CORRUPT, manifest.backup());
    }
}
