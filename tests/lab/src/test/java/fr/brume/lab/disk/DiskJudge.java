package fr.brume.lab.disk;

import fr.brume.test.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Judges disks and partitions by the tools of the file systems, without any code of Brume. Needs root. Not thread-safe:
 * works in one folder.
 */
public final class DiskJudge {
    private final Path work;

    /**
     * A judge.
     *
     * @param work folder for files taken out of file systems
     */
    public DiskJudge(Path work) {
        this.work = work;
    }

    /**
     * The partition table in sfdisk's words.
     *
     * @param disk raw disk
     * @return dump without the name of the disk
     */
    public static String table(Path disk) {
        return Command.run("sfdisk", "-d", disk.toString())
                .replace(disk.toString(), "disk")
                .lines()
                .filter(line -> !line.startsWith("device:"))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Whether a disk has a partition table of any kind.
     *
     * @param disk raw disk
     * @return false when sfdisk finds none
     */
    public static boolean hasTable(Path disk) {
        return Command.attempt("sfdisk", "-d", disk.toString()).status() == 0;
    }

    /**
     * The whole sector 0: boot code, signature of the disk, entries of the partitions with cylinders and heads.
     *
     * @param disk raw disk
     * @return digest of these 512 bytes
     */
    public static String firstSector(Path disk) {
        return Command.run("sh", "-c", "head -c 512 \"$1\" | sha256sum", "sh", disk.toString());
    }

    /**
     * UUID, label and type of a partition's content.
     *
     * @param device block device
     * @return one line per property
     */
    public static String identity(String device) {
        return Command.run("blkid", "-p", "-o", "export", device)
                .lines()
                .filter(line -> line.matches("(UUID|LABEL|TYPE|VERSION)=.*"))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /**
     * Checks ext4 and reads all its files.
     *
     * @param device block device
     * @return digest by path, {@code lost+found} left out
     * @throws IllegalStateException when e2fsck finds anything
     */
    public Map<String, String> ext4(String device) {
        Command.run("e2fsck", "-fn", device);
        Path folder = fresh("ext4");
        Command.run("debugfs", "-R", "rdump / " + folder, device);
        return Digests.below(folder);
    }

    /**
     * Checks FAT and reads all its files.
     *
     * @param device block device
     * @return digest by path
     * @throws IllegalStateException when fsck.fat finds anything
     */
    public Map<String, String> fat(String device) {
        Command.run("fsck.fat", "-n", device);
        Path folder = fresh("fat");
        String copy = "MTOOLS_SKIP_CHECK=1 mcopy -s -n -i \"$1\" '::/*' \"$2\"";
        Command.run("sh", "-c", copy, "sh", device, folder.toString());
        return Digests.below(folder);
    }

    /**
     * Checks NTFS and reads files.
     *
     * @param device block device
     * @param names files in its root
     * @return digest by name
     * @throws IllegalStateException when ntfsfix finds anything, or a file is missing
     */
    public Map<String, String> ntfs(String device, Collection<String> names) {
        Command.run("ntfsfix", "-n", device);
        Path folder = fresh("ntfs");
        Map<String, String> digests = new TreeMap<>();
        for (String name : names) {
            Path file = folder.resolve(name);
            Command.run("sh", "-c", "ntfscat \"$1\" \"$2\" >\"$3\"", "sh", device, name, file.toString());
            digests.put(name, Digests.of(file));
        }
        return digests;
    }

    /**
     * Restores a stored partition image without Brume: {@code zstd -dc FILE | partclone.restore}.
     *
     * @param image file of the image folder
     * @param device block device at least as large as the source
     */
    public void restoreWithoutBrume(Path image, String device) {
        String log = work.resolve("partclone.log").toString();
        Command.run(
                "bash",
                "-o",
                "pipefail",
                "-c",
                "zstd -dcq \"$1\" | partclone.restore -s - -o \"$2\" -L \"$3\"",
                "sh",
                image.toString(),
                device,
                log);
    }

    /**
     * Does what partclone leaves undone for NTFS: copies the boot sector to the last sector of the partition.
     *
     * @param device block device with an NTFS just restored by partclone
     */
    public void repairBackupBootSector(String device) {
        Command.run(
                "sh",
                "-c",
                "dd if=\"$1\" of=\"$1\" bs=512 count=1 seek=$(($(blockdev --getsz \"$1\") - 1)) conv=notrunc,fsync status=none",
                "sh",
                device);
    }

    private Path fresh(String name) {
        try {
            Path folder = work.resolve(name);
            List<Path> old = new ArrayList<>();
            if (Files.exists(folder)) {
                try (var files = Files.walk(folder)) {
                    files.forEach(file -> old.add(0, file));
                }
            }
            for (Path file : old) {
                Files.delete(file);
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
