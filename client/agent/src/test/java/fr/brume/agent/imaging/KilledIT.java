package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Agent, server or line dies amid a task, with the server's own adapter at the other end of the line: the task goes on, with next to
 * nothing sent again, and the result is the same.
 */
class KilledIT {
    /** What dies. */
    enum Victim {
        AGENT,
        SERVER,
        /** Not killed, but told to stop, as for an update. */
        STOPPED_SERVER,
        LINE
    }

    private static final long SMALL = 96L << 20;
    private static final long LARGE = 3L << 30;
    /** What was not yet durable, or not yet a whole region, when it happened: next to nothing of a large image, much of a small one. */
    private static final long UNDER_WAY = 20L << 20;

    @TempDir
    Path folder;

    private ImagingLab lab;
    private KillSite site;
    private Path version;
    private long bytes;
    private String source;
    private String target;
    private long whole;
    private String digests;

    @BeforeEach
    void start() throws Exception {
        lab = new ImagingLab(folder);
        site = new KillSite(lab, folder);
        version = folder.resolve("version");
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
        lab.close();
    }

    @Test
    void goesOn() throws Exception {
        fill(SMALL);
        captureWith(Victim.SERVER, 60, UNDER_WAY);
        deployWith(Victim.AGENT, 40, UNDER_WAY);
        deployWith(Victim.LINE, 60, UNDER_WAY);
        deployWith(Victim.STOPPED_SERVER, 80, UNDER_WAY);
    }

    @Test
    void goesOnInsideTls() throws Exception {
        site.keys = Files.createDirectory(folder.resolve("tls")).toString();
        lab.shell("cd %s; echo of-a-test > keystore-password; %s/bin/keytool -genkeypair -alias brume -keyalg EC"
                        .formatted(site.keys, System.getProperty("java.home"))
                + " -dname CN=Brume -storetype PKCS12 -keystore server.p12 -storepass:file keystore-password 2>&1");
        fill(SMALL);
        captureWith(Victim.LINE, 60, UNDER_WAY);
        deployWith(Victim.SERVER, 40, UNDER_WAY);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("full")
    void goesOnWithALargeImage(Victim victim) throws Exception {
        fill(LARGE);
        for (int percent : new int[] {10, 50, 90}) {
            captureWith(victim, percent, 0);
            deployWith(victim, percent, 0);
        }
    }

    private void captureWith(Victim victim, int percent, long allowed) throws Exception {
        lab.shell("rm -rf " + version);
        Files.createDirectory(version);
        long sent = site.captureWith(victim, whole * percent / 100, source, bytes, version);
        report(victim + " killed at " + percent + " % of a capture", sent, allowed);
        assertThat(lab.shell("cd " + version + "; sha256sum *.img *.chunks")).isEqualTo(digests);
    }

    private void deployWith(Victim victim, int percent, long allowed) throws Exception {
        lab.shell("blkdiscard --zeroout " + target);
        long sent = site.deployWith(victim, whole * percent / 100, target, bytes, version);
        report(victim + " killed at " + percent + " % of a deploy", sent, allowed);
        for (long start : List.of(1L << 20, bytes / 4)) {
            assertThat(content(target, start)).isEqualTo(content(source, start));
        }
        lab.loops.reread(target);
        lab.loops.reread(source);
    }

    private void report(String what, long sent, long allowed) {
        System.out.printf("%s: %.2f %% sent again, of %d%n", what, 100.0 * (sent - whole) / whole, whole);
        assertThat(sent).as(what).isLessThan(whole + whole / 100 + allowed);
    }

    /** Two ext4, of a quarter of the disk and of the rest, two thirds full of what cannot be compressed; captured in peace. */
    private void fill(long size) throws Exception {
        bytes = size;
        source = lab.disk(folder.resolve("source"), bytes);
        target = lab.disk(folder.resolve("target"), bytes);
        lab.shell("printf 'label: gpt\\nstart=2048,size=%d\\nstart=%d,size=%d\\n' | sfdisk --quiet %s"
                .formatted(length(1 << 20) >> 9, bytes >> 11, length(bytes / 4) >> 9, source));
        for (long start : List.of(1L << 20, bytes / 4)) {
            lab.shell("d=$(mktemp -d -p %s); head -c %d /dev/urandom > $d/data; mke2fs -q -t ext4 -d $d %s; rm -r $d"
                    .formatted(folder, length(start) * 2 / 3, partition(source, start)));
        }
        lab.shell("sync");
        lab.loops.reread(source);
        whole = site.capture(source, bytes, Files.createDirectory(version));
        digests = lab.shell("cd " + version + "; sha256sum *.img *.chunks");
    }

    private long length(long start) {
        return start == bytes / 4 ? bytes * 3 / 4 - (1 << 20) : bytes / 4 - (2 << 20);
    }

    private String partition(String device, long start) throws Exception {
        return lab.loops.device(device, 0, start, length(start));
    }

    private String content(String device, long start) throws Exception {
        return lab.shell(
                "partclone.extfs -f 0 -c -a0 -L /dev/null -o - -s " + partition(device, start) + " | sha256sum");
    }
}
