package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.imaging.KilledIT.Victim;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A server, a line and a machine, of which one dies when so many bytes have gone over the line. Not safe for threads. */
final class KillSite implements AutoCloseable {
    private final ImagingLab lab;
    private final Path image;
    /** Folder of the server's key for TLS; {@code -} for none. */
    String keys = "-";

    private volatile AdapterProcess server;
    private volatile OwnProcess agent;
    private volatile Victim dead;
    private Wire wire;

    KillSite(ImagingLab lab, Path folder) {
        this.lab = lab;
        this.image = folder.resolve("image.json");
    }

    /** A capture in which nobody dies; the bytes on the line. */
    long capture(String disk, long bytes, Path version) throws Exception {
        return captureWith(null, Long.MAX_VALUE, disk, bytes, version);
    }

    /** The bytes on the line of a capture in which somebody dies after so many of them. */
    long captureWith(Victim victim, long after, String disk, long bytes, Path version) throws Exception {
        return run(victim, after, version, "capture", disk, bytes);
    }

    /** The same of a deploy. */
    long deployWith(Victim victim, long after, String disk, long bytes, Path version) throws Exception {
        return run(victim, after, version, "deploy", disk, bytes);
    }

    private long run(Victim victim, long after, Path version, String what, String disk, long bytes) throws Exception {
        dead = null;
        server = new AdapterProcess(version, keys);
        wire = new Wire(() -> server.port());
        try {
            wire.after(after, () -> kill(victim, version));
            agent = agent(what, disk, bytes);
            int code = agent.end();
            if (victim == Victim.AGENT) {
                assertThat(code).isNotZero();
                detach(disk);
                agent = agent(what, disk, bytes);
                code = agent.end();
            }
            assertThat(code).isZero();
            assertThat(dead).as("who died").isEqualTo(victim);
            return wire.bytes();
        } finally {
            close();
            detach(disk);
        }
    }

    private OwnProcess agent(String what, String disk, long bytes) throws IOException {
        return OwnProcess.start(
                List.of(),
                List.of("-Xmx128m"),
                ImagingProcess.class,
                List.of(
                        what,
                        disk,
                        Long.toString(bytes),
                        Integer.toString(wire.port()),
                        image.toString(),
                        server.pin()));
    }

    private void kill(Victim victim, Path version) {
        dead = victim;
        try {
            switch (victim) {
                case AGENT -> agent.kill();
                case LINE -> wire.cut();
                case SERVER -> {
                    server.close();
                    server = new AdapterProcess(version, keys);
                }
                case STOPPED_SERVER -> {
                    server.stop();
                    server = new AdapterProcess(version, keys);
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a killed agent has left of devices: a machine's kernel has partitions of its own. */
    private void detach(String disk) throws Exception {
        lab.shell("losetup -lnO NAME,BACK-FILE | awk '$2 == \"" + disk + "\" {print $1}' | xargs -r -n 1 losetup -d;"
                + " blockdev --setrw " + disk);
    }

    @Override
    public void close() throws IOException {
        if (agent != null) {
            agent.close();
        }
        if (wire != null) {
            wire.close();
        }
        if (server != null) {
            server.close();
        }
    }
}
