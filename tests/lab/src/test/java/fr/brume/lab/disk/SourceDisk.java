package fr.brume.lab.disk;

import fr.brume.test.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * The disk of the PC that is captured: an MBR disk of 512 MiB whose boot code prints a line, with NTFS, ext4 and swap,
 * made by mkntfs, ntfscp, mkfs.ext4 and mkswap. Needs root.
 */
public final class SourceDisk {
    /** Bytes of the disk. */
    public static final long SIZE = 512L << 20;
    /** The NTFS partition. */
    public static final PartitionEntry NTFS = PartitionEntry.mebibytes(1, 1, 200);
    /** The ext4 partition. */
    public static final PartitionEntry EXT4 = PartitionEntry.mebibytes(2, 201, 200);
    /** The swap partition. */
    public static final PartitionEntry SWAP = PartitionEntry.mebibytes(3, 401, 64);

    private static final String TABLE =
            "label: dos\nlabel-id: 0x4272756d\n" + line(NTFS, "7, bootable") + line(EXT4, "83") + line(SWAP, "82");

    /** Cylinder, head and sector as some tools write them and sfdisk does not: a copy of the table shows in them. */
    private static final byte[] BEYOND_CYLINDERS = {(byte) 0xfe, (byte) 0xff, (byte) 0xff};

    private static final int FIRST_ENTRY = 446;

    private final Path disk;
    private final Path ntfsFiles;
    private final Path ext4Files;

    private SourceDisk(Path disk, Path ntfsFiles, Path ext4Files) {
        this.disk = disk;
        this.ntfsFiles = ntfsFiles;
        this.ext4Files = ext4Files;
    }

    /**
     * Makes the disk anew.
     *
     * @param folder folder for the disk and the files that go onto it
     * @return the disk
     */
    public static SourceDisk make(Path folder) {
        Path files = folder.resolve("files");
        SourceDisk source = new SourceDisk(
                folder.resolve("source.raw"),
                SampleFiles.fill(files.resolve("ntfs"), 1),
                SampleFiles.fill(files.resolve("ext4"), 2));
        source.partition(folder);
        source.formatNtfs();
        source.formatExt4();
        try (LoopDevice swap = LoopDevice.of(source.disk, SWAP, true)) {
            Command.run("mkswap", swap.device());
        }
        return source;
    }

    /** {@return the raw disk} */
    public Path disk() {
        return disk;
    }

    /** {@return digest by name of the files on the NTFS partition} */
    public Map<String, String> ntfsDigests() {
        return Digests.below(ntfsFiles);
    }

    /** {@return digest by path of the files on the ext4 partition} */
    public Map<String, String> ext4Digests() {
        return Digests.below(ext4Files);
    }

    private void partition(Path folder) {
        BlankDisk.make(disk, SIZE);
        try (FileChannel channel = FileChannel.open(disk, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(BootMarker.code()), 0);
            Path script = Files.writeString(folder.resolve("table.sfdisk"), TABLE);
            Command.run(
                    "sh",
                    "-c",
                    "sfdisk -q --no-reread --no-tell-kernel \"$1\" <\"$2\"",
                    "sfdisk",
                    disk.toString(),
                    script.toString());
            channel.write(ByteBuffer.wrap(BEYOND_CYLINDERS), FIRST_ENTRY + 1);
            channel.write(ByteBuffer.wrap(BEYOND_CYLINDERS), FIRST_ENTRY + 5);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void formatNtfs() {
        try (LoopDevice loop = LoopDevice.of(disk, NTFS, true)) {
            Command.run(
                    "mkntfs",
                    "-q",
                    "-Q",
                    "-F",
                    "-L",
                    "Windows",
                    "-p",
                    Long.toString(NTFS.firstSector()),
                    "-H",
                    "255",
                    "-S",
                    "63",
                    loop.device());
            for (String name : ntfsDigests().keySet()) {
                Command.run(
                        "ntfscp", "-q", loop.device(), ntfsFiles.resolve(name).toString(), name);
            }
        }
    }

    private void formatExt4() {
        try (LoopDevice loop = LoopDevice.of(disk, EXT4, true)) {
            Command.run("mkfs.ext4", "-q", "-L", "racine", "-d", ext4Files.toString(), loop.device());
        }
    }

    private static String line(PartitionEntry partition, String type) {
        return "start=" + partition.firstSector() + ", size=" + partition.sectors() + ", type=" + type + "\n";
    }
}
