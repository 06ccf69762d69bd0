package fr.brume.agent.deploy;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.WithheldDisk;
import fr.brume.agent.screen.Texts;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.DiskManifest;
import fr.brume.protocol.image.PartitionManifest;
import java.util.List;
import java.util.Set;

/** A disk that is one stretch: a raw image, or a file system without a partition table. A blank one stays as it is. */
final class WholeDiskWork implements DiskWork {
    private final DiskManifest source;
    private final Disk disk;
    private final Disk medium;
    private final WithheldDisk withheld;
    private final WithheldDisk seen;
    private final RestoredPartition restored;
    private final Texts texts;

    WholeDiskWork(DiskManifest source, Target target, RestoredPartition restored, Texts texts) {
        this.source = source;
        this.disk = target.disk();
        this.medium = target.seen();
        this.withheld = new WithheldDisk(disk);
        this.seen = withheld.over(medium);
        this.restored = restored;
        this.texts = texts;
    }

    @Override
    public void check() throws FailureException {
        Fit.require(source, source.bytes(), disk, texts);
    }

    @Override
    public void erase(Set<Content> kept) throws FailureException {
        if (!source.partitions().isEmpty()) {
            new Erasure(disk).tables();
            disk.rereadTable();
        }
    }

    @Override
    public List<Content> contents() {
        return source.partitions().stream()
                .filter(partition -> !partition.file().isEmpty())
                .map(partition -> new Content(withheld, seen, partition))
                .toList();
    }

    @Override
    public List<PartitionManifest> partitions() {
        return List.of();
    }

    @Override
    public Disk disk() {
        return disk;
    }

    @Override
    public void complete() throws FailureException {
        for (PartitionManifest whole : source.partitions()) {
            restored.repair(withheld, whole, true, false);
            withheld.release();
            // Nobody could read the ends back before they were written.
            new MetadataProof(withheld, medium).ends(0, disk.bytes(), Erasure.STRETCH);
            restored.finish(whole, disk.device());
        }
    }

    @Override
    public void abandon() throws FailureException {
        if (!source.partitions().isEmpty()) {
            new Erasure(disk).tables();
        }
    }
}
