package fr.brume.lab.disk;

import fr.brume.test.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The least that boots on a BIOS and can be captured: boot code that prints a line, and a small ext4. Needs root. */
public final class TinyDisk {
    /** Bytes of the disk. */
    public static final long SIZE = 64L << 20;

    private static final PartitionEntry EXT4 = PartitionEntry.mebibytes(1, 1, 32);

    private TinyDisk() {}

    /**
     * Makes the disk anew.
     *
     * @param folder folder for the disk and the files that go onto it
     * @return the raw disk
     */
    public static Path make(Path folder) {
        try {
            Path disk = BlankDisk.make(folder.resolve("tiny.raw"), SIZE);
            Path files = Files.createDirectories(folder.resolve("files/tiny"));
            Files.writeString(files.resolve("poste"), "Brume");
            try (FileChannel channel = FileChannel.open(disk, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(BootMarker.code()), 0);
            }
            String table = "start=" + EXT4.firstSector() + ", size=" + EXT4.sectors() + ", type=83, bootable";
            String write = "printf 'label: dos\\n%s\\n' \"$2\" | sfdisk -q --no-reread --no-tell-kernel \"$1\"";
            Command.run("sh", "-c", write, "sh", disk.toString(), table);
            try (LoopDevice loop = LoopDevice.of(disk, EXT4, true)) {
                Command.run("mkfs.ext4", "-q", "-d", files.toString(), loop.device());
            }
            return disk;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
