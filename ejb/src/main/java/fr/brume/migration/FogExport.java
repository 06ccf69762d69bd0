package fr.brume.migration;

import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.DiskManifest;
import fr.brume.protocol.image.DiskSpace;
import fr.brume.protocol.image.ImageManifest;
import fr.brume.protocol.image.PartitionManifest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a version as a folder that FOG deploys, with image format 5 (partclone, zstd). The streams are FOG's already; what is made is what FOG needs
 * for its resizable type. One use; not safe for threads.
 */
public final class FogExport {
    private static final Set<String> GROWS = Set.of("ntfs", "ext2", "ext3", "ext4", "btrfs", "f2fs");
    private static final int STEP = 8 << 20;

    private final Path version;
    private final ImageManifest manifest;
    private final Path target;
    private final LongConsumer progress;
    private long done;

    private FogExport(Path version, ImageManifest manifest, Path target, LongConsumer progress) {
        this.version = version;
        this.manifest = manifest;
        this.target = target;
        this.progress = progress;
    }

    /**
     * Writes the folder; it appears under its name when it is complete.
     *
     * @param version folder of a committed version
     * @param target does not exist yet; its parent does
     * @param progress hears how many bytes were written
     */
    public static void run(Path version, ImageManifest manifest, Path target, LongConsumer progress)
            throws FailureException {
        Path beside = target.resolveSibling("." + target.getFileName() + ".new");
        try {
            try {
                Files.createDirectories(beside);
                new FogExport(version, manifest, beside, progress)
                        .write(target.getFileName().toString());
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                delete(beside);
            }
        } catch (IOException e) {
            throw DiskSpace.explain(e);
        }
    }

    /** What was not finished takes space for nothing. */
    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private void write(String image) throws IOException {
        try (Stream<Path> files = Files.list(version)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.matches("d[0-9]+p[0-9]+\\.img")) {
                    copy(file, name);
                } else if (name.equals("d1.img")) {
                    copy(file, image + ".000");
                } else if (name.matches("d[0-9]+(p[0-9]+)?\\..*") && !name.endsWith(".chunks")) {
                    Files.copy(file, target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        for (DiskManifest disk : manifest.disks()) {
            describe(disk);
        }
    }

    private void describe(DiskManifest disk) throws IOException {
        String prefix = "d" + disk.number();
        if (manifest.imageType() == FogFolder.ALL_DISKS) {
            text(prefix + ".size", disk.number() + ":" + disk.bytes() + "\n");
        }
        Path table = target.resolve(prefix + ".partitions");
        if (manifest.imageType() == FogFolder.RESIZABLE && Files.exists(table)) {
            // A version has the geometry of its source: nothing was shrunk, so the smallest table is the table.
            Files.copy(table, target.resolve(prefix + ".minimum.partitions"), StandardCopyOption.REPLACE_EXISTING);
            text(prefix + ".fixed_size_partitions", numbers(disk.partitions()) + "\n");
            text(prefix + ".original.fstypes", types(disk.partitions()));
        }
        for (PartitionManifest partition : disk.partitions()) {
            if (partition.fileSystem().equals("extended")) {
                Path record = target.resolve(prefix + "p" + partition.number() + ".ebr");
                if (!Files.exists(record)) {
                    Files.createFile(record);
                }
            }
        }
    }

    private static String numbers(List<PartitionManifest> partitions) {
        return partitions.stream()
                .filter(partition -> !GROWS.contains(partition.fileSystem()))
                .map(partition -> Integer.toString(partition.number()))
                .collect(Collectors.joining(":"));
    }

    private static String types(List<PartitionManifest> partitions) {
        return partitions.stream()
                .filter(partition -> GROWS.contains(partition.fileSystem()))
                .map(partition -> "/dev/sda" + partition.number() + " "
                        + (partition.fileSystem().startsWith("ext") ? "extfs" : partition.fileSystem()) + "\n")
                .collect(Collectors.joining());
    }

    private void text(String name, String text) throws IOException {
        Files.writeString(target.resolve(name), text, StandardCharsets.US_ASCII);
    }

    private void copy(Path from, String name) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(STEP);
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(
                        target.resolve(name),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            while (in.read(buffer) >= 0) {
                buffer.flip();
                done += buffer.remaining();
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
                buffer.clear();
                progress.accept(done);
            }
            out.force(true);
        }
    }
}
