package fr.brume.lab.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Disks of which one sector cannot be written, or not be read, as QEMU's {@code blkdebug} plays them. Thread-safe: has no state. */
public final class FailingDisk {
    private FailingDisk() {}

    /**
     * Makes a disk fail.
     *
     * @param disk raw file of the disk; the rules are written beside it
     * @param sector of 512 bytes that every write fails on
     * @return what QEMU takes in place of the file
     */
    public static Path of(Path disk, long sector) {
        return of(disk, sector, "write");
    }

    /**
     * Makes a disk fail when it is read.
     *
     * @param disk raw file of the disk; the rules are written beside it
     * @param sector of 512 bytes that every read fails on
     * @return what QEMU takes in place of the file
     */
    public static Path reading(Path disk, long sector) {
        return of(disk, sector, "read");
    }

    private static Path of(Path disk, long sector, String operation) {
        Path rules = disk.resolveSibling(disk.getFileName() + ".rules");
        String rule =
                "[inject-error]%nevent = \"none\"%niotype = \"%s\"%nerrno = \"5\"%nsector = \"%d\"%nonce = \"off\"%n"
                        .formatted(operation, sector);
        try {
            Files.writeString(rules, rule);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Path.of("blkdebug:" + rules.toAbsolutePath() + ":" + disk.toAbsolutePath());
    }
}
