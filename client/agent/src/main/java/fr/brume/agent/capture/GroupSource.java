package fr.brume.agent.capture;

import fr.brume.agent.lvm.VolumeGroup;
import fr.brume.protocol.agent.SideFile;
import fr.brume.protocol.image.PhysicalVolumeManifest;
import fr.brume.protocol.image.VolumeGroupManifest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A volume group of the source, imaged volume by volume.
 *
 * @param group as its metadata says
 * @param name of its first physical volume in the image folder
 * @param physicalVolumes where it lies
 * @param volumes in the order of the metadata
 */
record GroupSource(
        VolumeGroup group, String name, List<PhysicalVolumeManifest> physicalVolumes, List<PartitionSource> volumes) {
    VolumeGroupManifest manifest(Map<String, String> roots) {
        return new VolumeGroupManifest(
                group.name(),
                group.uuid(),
                backup(),
                physicalVolumes,
                volumes.stream()
                        .map(source -> source.manifest(roots.getOrDefault(source.file(), "")))
                        .toList());
    }

    /** The metadata, as {@code vgcfgrestore} reads it too. */
    SideFile sideFile() {
        byte[] text = group.text().getBytes(StandardCharsets.UTF_8);
        return new SideFile(backup(), Base64.getEncoder().encodeToString(text));
    }

    private String backup() {
        return name + ".lvm.vgcfg";
    }
}
