package fr.brume.agent.machine;

import fr.brume.protocol.agent.DiskReport;
import java.io.IOException;
import java.nio.file.Path;

/** What the kernel knows of how a disk is connected and what it can do. Immutable. */
public final class DiskTraits {
    private final Path block;

    /** @param sys {@code /sys}, or a folder that stands for it */
    public DiskTraits(Path sys) {
        this.block = sys.resolve("block");
    }

    /** Whether it hangs on USB: such disks are only touched when somebody names them. */
    public boolean usb(DiskReport disk) {
        try {
            return folder(disk).toRealPath().toString().contains("/usb");
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether it speaks ATA, directly or through a controller that passes it on. */
    public boolean ata(DiskReport disk) {
        return KernelFiles.text(folder(disk).resolve("device/vendor")).equals("ATA");
    }

    /** Whether it can be told to forget blocks. */
    public boolean discards(DiskReport disk) {
        return KernelFiles.number(folder(disk).resolve("queue/discard_max_bytes"), 0) > 0;
    }

    private Path folder(DiskReport disk) {
        return block.resolve(Path.of(disk.device()).getFileName().toString());
    }
}
