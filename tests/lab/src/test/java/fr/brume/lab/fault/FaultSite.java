package fr.brume.lab.fault;

import fr.brume.it.process.Command;
import fr.brume.lab.disk.SmallVolume;
import fr.brume.lab.machine.Hardware;
import fr.brume.lab.network.LabFolder;
import fr.brume.lab.portal.TaskPages;
import fr.brume.lab.site.Site;
import java.nio.file.Path;
import java.time.Duration;

/** A site whose images lie on a small volume of their own, and what a fault test does with it. Not thread-safe. */
final class FaultSite implements AutoCloseable {
    private static final long VOLUME = 1280L << 20;
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Site site;
    private final SmallVolume volume;

    private FaultSite(Site site, SmallVolume volume) {
        this.site = site;
        this.volume = volume;
    }

    /** A new site: empty database, no image. */
    static FaultSite open(String name) {
        Path images = LabFolder.of(name).resolve("home/images");
        Command.attempt("umount", images.toString());
        Site.forget(name);
        SmallVolume volume = SmallVolume.mount(name, VOLUME, images);
        try {
            return new FaultSite(Site.open(name), volume);
        } catch (AssertionError | RuntimeException e) {
            volume.close();
            throw e;
        }
    }

    private Path images() {
        return site.home().resolve("images");
    }

    TaskPages tasks() {
        return site.portal().tasks();
    }

    /** Defines an image. */
    StoredImage image(String name) {
        return new StoredImage(images().resolve(site.portal().createImage(name, "", "Linux")));
    }

    /** Defines a machine that never registered itself. */
    void host(String name, Hardware hardware, String image) {
        site.portal().createHost(name, hardware.mac(), image);
    }

    /** SIGKILL, nothing said before. */
    void kill() {
        site.server().kill();
    }

    void restart() {
        site.restartServer();
    }

    /** The newest task of a machine that is over, in the portal's words. */
    String history(String host) {
        return tasks().history(host, SOON);
    }

    @Override
    public void close() {
        site.close();
        volume.close();
    }
}
