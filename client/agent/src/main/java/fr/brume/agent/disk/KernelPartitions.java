package fr.brume.agent.disk;

import fr.brume.agent.progress.Waiting;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The partition devices that the kernel makes: {@code /dev/sda1}, {@code /dev/nvme0n1p1}. */
public final class KernelPartitions implements Partitions {
    private static final int ATTEMPTS = 50;
    private static final Duration STEP = Duration.ofMillis(100);

    private final Tools tools;
    private final Waiting waiting;
    private final DeviceMapper mapper;

    public KernelPartitions(Tools tools, Waiting waiting) {
        this.tools = tools;
        this.waiting = waiting;
        this.mapper = new DeviceMapper(tools);
    }

    @Override
    public String device(String disk, int number, long start, long bytes) throws FailureException {
        String device = name(disk, number);
        // devtmpfs makes the file a moment after the kernel has read the table.
        for (int i = 0; i < ATTEMPTS && !Files.exists(Path.of(device)); i++) {
            waiting.pause(STEP);
        }
        if (!Files.exists(Path.of(device))) {
            throw new FailureException(Failure.UNSUPPORTED_TABLE, disk, device);
        }
        return device;
    }

    /** A disk whose name ends with a digit gets a {@code p} before the number. */
    static String name(String disk, int number) {
        return Character.isDigit(disk.charAt(disk.length() - 1)) ? disk + "p" + number : disk + number;
    }

    @Override
    public String join(List<Stretch> stretches, boolean writable) throws FailureException {
        return mapper.join(stretches, writable);
    }

    @Override
    public void release() throws FailureException {
        mapper.release();
    }

    @Override
    public void reread(String disk) throws FailureException {
        tools.require(disk, "blockdev", "--rereadpt", disk);
    }
}
