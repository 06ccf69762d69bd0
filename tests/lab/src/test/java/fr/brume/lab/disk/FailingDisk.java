package fr.brume.lab.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Disks of which one sector cannot be written, as QEMU's {@code blkdebug} plays them. Thread-safe: has no state. */
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
        Path rules = disk.resolveSibling(disk.getFileName() + ".rules");
        String rule =
                "[inject-error]%nevent = \"none\"%niotype = \"write\"%nerrno = \"5\"%nsector = \"%d\"%nonce = \"off\"%n"
                        .formatted(sector);
        try {
            Files.writeString(rules, rule);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Path.of("blkdebug:" + rules.toAbsolutePath() + ":" + disk.toAbsolutePath());
    }
}
