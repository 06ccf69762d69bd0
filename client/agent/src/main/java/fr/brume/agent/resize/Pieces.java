package fr.brume.agent.resize;

import fr.brume.protocol.image.DiskManifest;
import fr.brume.protocol.image.PartitionManifest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Says of each partition of a disk what may become of it, by its type (UEFI specification 2.10, table 5.7; Microsoft's and
 * systemd's published partition types) and its file system.
 */
final class Pieces {
    private static final Set<String> SYSTEM = Set.of(
            "c12a7328-f81f-11d2-ba4b-00a0c93ec93b", // EFI system
            "e3c9e316-0b5c-4db8-817d-f92df00215ae", // Microsoft reserved
            "bc13c2ff-59e6-4262-a352-b275fd6f7172", // extended boot loader
            "0657fd6d-a4ab-43c4-84e5-0933c84b4f4f", // swap
            "ef",
            "12",
            "82");
    private static final Set<String> RECOVERY = Set.of("de94bba4-06d1-4d40-a16a-bfd50179d6ac", "27");
    private static final Set<String> BIOS_BOOT = Set.of("21686148-6449-6e6f-744e-656564454649");
    /** The volumes of Windows' dynamic disks know their places themselves. */
    private static final Set<String> DYNAMIC =
            Set.of("5808c8aa-7e8f-42e0-85d2-e1e90434cfb3", "af9b60a0-1431-4f62-bc68-3311714a69ad", "42");
    /** Windows' "system reserved" is an NTFS like another one, but small. */
    private static final long LARGEST_RESERVED = 1L << 30;

    private final DiskManifest disk;
    private final long firstResizable;
    private final long pinnedUpTo;

    private Pieces(DiskManifest disk) {
        this.disk = disk;
        this.pinnedUpTo = disk.partitions().stream()
                .filter(typed(BIOS_BOOT))
                .mapToLong(PartitionManifest::start)
                .max()
                .orElse(-1);
        this.firstResizable = disk.partitions().stream()
                .filter(this::resizable)
                .mapToLong(PartitionManifest::start)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    static List<Piece> of(DiskManifest disk) {
        Pieces pieces = new Pieces(disk);
        return disk.partitions().stream()
                .sorted(Comparator.comparingLong(PartitionManifest::start))
                .map(pieces::piece)
                .toList();
    }

    private Piece piece(PartitionManifest partition) {
        boolean logical = disk.table().equals("dos") && partition.number() > 4;
        Behaviour behaviour = behaviour(partition, logical);
        long least = behaviour == Behaviour.RESIZABLE ? Elasticity.of(partition).least(partition) : partition.bytes();
        return new Piece(partition.number(), behaviour, logical, partition.start(), partition.bytes(), least);
    }

    private Behaviour behaviour(PartitionManifest partition, boolean logical) {
        if (partition.fileSystem().equals("extended")) {
            return Behaviour.CONTAINER;
        }
        if (resizable(partition)) {
            return Behaviour.RESIZABLE;
        }
        boolean last = !logical
                && partition.start() > firstResizable
                && typed(RECOVERY).test(partition);
        return last ? Behaviour.LAST : Behaviour.FIXED;
    }

    private boolean resizable(PartitionManifest partition) {
        return Elasticity.of(partition) != Elasticity.NEITHER
                && partition.start() > pinnedUpTo
                && !typed(SYSTEM).or(typed(RECOVERY)).test(partition)
                && !reserved(partition)
                && disk.partitions().stream().noneMatch(typed(DYNAMIC));
    }

    private boolean reserved(PartitionManifest partition) {
        return partition.fileSystem().equals("ntfs")
                && partition.bytes() <= LARGEST_RESERVED
                && disk.partitions().stream()
                        .anyMatch(other -> other.fileSystem().equals("ntfs") && other.bytes() > partition.bytes());
    }

    private static Predicate<PartitionManifest> typed(Set<String> types) {
        return partition -> types.contains(partition.type().toLowerCase(Locale.ROOT));
    }
}
