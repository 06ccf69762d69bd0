package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A machine of 512 MB with a partition of four terabytes: agent and tools get what is left beside kernel and environment, and no
 * more; neither agent nor server needs memory in proportion to the disk.
 */
class LittleMemoryIT {
    private static final long MIB = 1L << 20;
    private static final long DISK = (4L << 40) + (64L << 20);
    /** Of 512 MB, when the environment is unpacked. */
    private static final long LEFT = 320 * MIB;
    /** As the environment reckons it: two fifths. */
    private static final String HEAP = "-Xmx128m";
    /** Heap, the same again of buffers outside of it, and the virtual machine itself. */
    private static final long MOST_OF_AGENT = 300 * MIB;

    private static final long MOST_OF_SERVER = 300 * MIB;

    @TempDir
    Path folder;

    private ImagingLab lab;
    private MemoryLimit limit;

    @BeforeEach
    void start() throws Exception {
        lab = new ImagingLab(folder);
        limit = new MemoryLimit(LEFT);
    }

    @AfterEach
    void stop() throws Exception {
        limit.close();
        lab.close();
    }

    @Test
    void ntfsOfTwoMebibyteClusters() throws Exception {
        thereAndBack("ntfs", "mkntfs --quick --quiet --force --partition-start 2048 -c 2097152 %s", 4L << 40);
    }

    @Test
    @Tag("full")
    void ntfsOf64KibibyteClusters() throws Exception {
        thereAndBack("ntfs", "mkntfs --quick --quiet --force --partition-start 2048 -c 65536 %s", 4L << 40);
    }

    @Test
    @Tag("full")
    void ext4Of16KibibyteBlocks() throws Exception {
        thereAndBack("extfs", "mke2fs -q -F -t ext4 -b 16384 -N 20000 -J size=64 -E lazy_itable_init=1 %s", 4L << 40);
    }

    @Test
    @Tag("full")
    void ext4Of64KibibyteBlocks() throws Exception {
        thereAndBack("extfs", "mke2fs -q -F -t ext4 -b 65536 -N 20000 -J size=64 -E lazy_itable_init=1 %s", 4L << 40);
    }

    /** The usual kind, of which four terabytes have the longest map. */
    @Test
    @Tag("full")
    void ntfsOf4KibibyteClusters() throws Exception {
        thereAndBack("ntfs", "mkntfs --quick --quiet --force --partition-start 2048 -c 4096 %s", 4L << 40);
    }

    /** partclone counts a FAT in sectors: its map of 512 GiB is as long as that of four terabytes of NTFS. */
    @Test
    @Tag("full")
    void fatIn512ByteBlocks() throws Exception {
        thereAndBack("fat32", "mkfs.vfat -F 32 -s 128 %s", 512L << 30);
    }

    private void thereAndBack(String partclone, String make, long bytes) throws Exception {
        String source = lab.disk(folder.resolve("source"), DISK);
        lab.shell("printf 'label: gpt\\nstart=2048,size=%d\\n' | sfdisk --quiet %s".formatted(bytes >> 9, source));
        lab.shell(make.formatted(partition(source, bytes)) + " >&2; sync");
        lab.loops.reread(source);
        String target = lab.disk(folder.resolve("target"), DISK);
        Path version = Files.createDirectory(folder.resolve("version"));
        try (AdapterProcess server = new AdapterProcess(version)) {
            within(run("capture", source, server.port()), MOST_OF_AGENT, "agent in the capture");
            within(run("deploy", target, server.port()), MOST_OF_AGENT, "agent in the deploy");
            within(server.peak(), MOST_OF_SERVER, "server");
        }
        lab.shell("blockdev --setrw " + source);
        String map = "partclone." + partclone + " -f 0 -c -a0 -L /dev/null -o - -s %s | sha256sum";
        assertThat(lab.shell(map.formatted(partition(target, bytes))))
                .isEqualTo(lab.shell(map.formatted(partition(source, bytes))));
    }

    private String partition(String disk, long bytes) throws Exception {
        return lab.loops.device(disk, 1, MIB, bytes);
    }

    private long run(String what, String disk, int port) throws Exception {
        List<String> options = new ArrayList<>(List.of(HEAP));
        options.addAll(limit.optionsOfAgent());
        List<String> arguments = List.of(
                what,
                disk,
                Long.toString(DISK),
                Integer.toString(port),
                folder.resolve("image.json").toString());
        try (OwnProcess agent = OwnProcess.start(limit.command(), options, ImagingProcess.class, arguments)) {
            assertThat(agent.end()).as(what).isZero();
            return agent.peak();
        }
    }

    private static void within(long peak, long most, String who) {
        System.out.printf("Most memory of %s: %d MiB%n", who, peak / MIB);
        assertThat(peak).as(who).isBetween(MIB, most);
    }
}
