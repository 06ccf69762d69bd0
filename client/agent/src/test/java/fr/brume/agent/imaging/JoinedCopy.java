package fr.brume.agent.imaging;

import fr.brume.agent.disk.Disk;
import fr.brume.agent.disk.Stretch;
import fr.brume.agent.disk.Tools;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What a device-mapper would join, copied into a file and, when the programs are done with it, back. */
final class JoinedCopy {
    private static final int STEP = 1 << 20;

    private final List<Stretch> stretches;
    private final Path file;

    JoinedCopy(List<Stretch> stretches) throws FailureException {
        this.stretches = stretches;
        try {
            this.file = Files.createTempFile("joined", ".disk");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        each(stretches, (disk, at, buffer, channel, offset) -> {
            disk.read(at, buffer);
            channel.write(buffer.flip(), offset);
        });
    }

    String file() {
        return file.toString();
    }

    /** The loop device over it. */
    String device(Tools tools) throws FailureException {
        return tools.require(file(), "losetup", "--noheadings", "--output", "NAME", "--associated", file())
                .output()
                .strip();
    }

    void giveBack() throws FailureException {
        // All behind the first stretch was scratch.
        each(stretches.subList(0, 1), (disk, at, buffer, channel, offset) -> {
            channel.read(buffer, offset);
            disk.write(at, buffer.flip());
        });
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Step {
        void run(Disk disk, long at, ByteBuffer buffer, FileChannel channel, long offset)
                throws FailureException, IOException;
    }

    private void each(List<Stretch> some, Step step) throws FailureException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long offset = 0;
            for (Stretch stretch : some) {
                for (long done = 0; done < stretch.bytes(); done += STEP) {
                    int length = (int) Math.min(STEP, stretch.bytes() - done);
                    step.run(
                            stretch.disk(),
                            stretch.start() + done,
                            ByteBuffer.allocate(length),
                            channel,
                            offset + done);
                }
                offset += stretch.bytes();
                stretch.disk().flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
