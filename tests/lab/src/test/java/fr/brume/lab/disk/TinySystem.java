package fr.brume.lab.disk;

import fr.brume.lab.network.LabFolder;
import fr.brume.test.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * An operating system that says that it has started and whether its kernel is locked down, and switches the machine off:
 * the initramfs of a kernel, with Debian's static busybox. Thread-safe: has no state.
 */
final class TinySystem {
    private static final String INIT = """
            #!/bin/busybox sh
            busybox() { /bin/busybox "$@"; }
            busybox mount -t proc proc /proc
            busybox mount -t sysfs sys /sys
            busybox mount -t securityfs security /sys/kernel/security
            echo "%s lockdown: $(busybox cat /sys/kernel/security/lockdown)"
            busybox poweroff -f
            """;

    private TinySystem() {}

    /**
     * Makes the initramfs.
     *
     * @param work folder for its files
     * @param initrd the file to make
     */
    static void make(Path work, Path initrd) {
        try {
            Path root = work.resolve("system");
            for (String folder : new String[] {"bin", "proc", "sys"}) {
                Files.createDirectories(root.resolve(folder));
            }
            Files.copy(
                    LabFolder.tool("bin/busybox", "usr/bin/busybox"),
                    root.resolve("bin/busybox"),
                    StandardCopyOption.REPLACE_EXISTING);
            Path init = Files.writeString(root.resolve("init"), INIT.formatted(BootMarker.TEXT));
            Command.run("chmod", "755", init.toString());
            String pack = "cd \"$1\" && find . -mindepth 1 | sort | cpio -o --quiet -H newc -R 0:0 >\"$2\"";
            Command.run("sh", "-c", pack, "sh", root.toString(), initrd.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
