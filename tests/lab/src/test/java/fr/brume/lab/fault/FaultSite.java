package fr.brume.lab.fault;

import fr.brume.lab.disk.SmallVolume;
import fr.brume.lab.machine.Hardware;
import fr.brume.lab.machine.VirtualMachine;
import fr.brume.lab.network.LabFolder;
import fr.brume.lab.portal.TaskPages;
import fr.brume.lab.site.Site;
import fr.brume.test.process.Command;
import java.nio.file.Path;
import java.time.Duration;

/** A site whose images lie on a small volume of their own, and what a fault test does with it. Not thread-safe. */
final class FaultSite implements AutoCloseable {
    private static final long VOLUME = 1280L << 20;
    /** What the server keeps free for itself, and room for a third of the large image. */
    private static final long ROOM = (512L + 60) << 20;

    private static final Duration LIMIT = Duration.ofMinutes(8);
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

    /** From now on loaders and machines speak English; the technician goes on in French. */
    void restartInEnglish() {
        site.restartServer("site.language", "en");
    }

    /** Leaves room for some regions only. */
    FullVolume fill() {
        return FullVolume.but(images(), ROOM);
    }

    /** The newest task of a machine that is over, in the portal's words. */
    String history(String host) {
        return tasks().history(host, SOON);
    }

    /** The same in the words of the portal for a technician who reads English. */
    String englishHistory(String host) {
        site.changeLanguage("English");
        try {
            return history(host);
        } finally {
            site.changeLanguage("Fran\u00e7ais");
        }
    }

    /** Waits until a machine shows why its task failed, and that the server knows. */
    void expectCause(VirtualMachine machine, String cause) {
        machine.console().expect(cause, LIMIT);
        machine.console().expect("The server knows this cause", SOON);
    }

    @Override
    public void close() {
        site.close();
        volume.close();
    }
}
