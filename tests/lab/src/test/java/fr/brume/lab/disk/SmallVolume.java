package fr.brume.lab.disk;

import fr.brume.lab.network.LabFolder;
import fr.brume.test.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small file system of its own, mounted where the server keeps its images. Needs root. Not thread-safe. */
public final class SmallVolume implements AutoCloseable {
    private final LoopDevice loop;
    private final Path folder;

    private SmallVolume(LoopDevice loop, Path folder) {
        this.loop = loop;
        this.folder = folder;
    }

    /**
     * Makes and mounts an ext4, in the place of one that a crashed run left. Mount before the server starts: what is
     * mounted later is not seen in its namespace.
     *
     * @param name name of the file that holds it, outside the folder that each new network cleans
     * @param bytes its size
     * @param folder where it is mounted; made when missing
     * @return the mounted volume
     */
    public static SmallVolume mount(String name, long bytes, Path folder) {
        Path file = LabFolder.root().resolveSibling("volume-" + name + ".raw");
        Command.attempt("umount", folder.toString());
        Command.attempt(
                "sh", "-c", "losetup -j \"$1\" | cut -d: -f1 | xargs -r losetup --detach", "sh", file.toString());
        try {
            BlankDisk.make(file, bytes);
            Files.createDirectories(folder);
            LoopDevice loop = LoopDevice.of(file);
            Command.run("mkfs.ext4", "-q", loop.device());
            Command.run("mount", loop.device(), folder.toString());
            Files.delete(folder.resolve("lost+found"));
            return new SmallVolume(loop, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Command.run("umount", folder.toString());
        loop.close();
    }
}
