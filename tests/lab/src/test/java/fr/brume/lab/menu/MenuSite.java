package fr.brume.lab.menu;

import static fr.brume.boot.plan.MenuFunction.APPROVE;
import static fr.brume.boot.plan.MenuFunction.DEBUG;
import static fr.brume.boot.plan.MenuFunction.DEPLOY_IMAGE;
import static fr.brume.boot.plan.MenuFunction.FULL_REGISTRATION;
import static fr.brume.boot.plan.MenuFunction.LOCAL;
import static fr.brume.boot.plan.MenuFunction.MEMTEST;
import static fr.brume.boot.plan.MenuFunction.OWN;
import static fr.brume.boot.plan.MenuFunction.PRODUCT_KEY;
import static fr.brume.boot.plan.MenuFunction.QUICK_DELETE;
import static fr.brume.boot.plan.MenuFunction.REGISTER;
import static fr.brume.boot.plan.MenuFunction.SYSTEM_INFORMATION;

import fr.brume.lab.disk.TinyDisk;
import fr.brume.lab.disk.UefiDisk;
import fr.brume.lab.machine.Firmware;
import fr.brume.lab.machine.Hardware;
import fr.brume.lab.machine.VirtualMachine;
import fr.brume.lab.network.LabFolder;
import fr.brume.lab.network.Lan;
import fr.brume.lab.network.Router;
import fr.brume.lab.site.Site;
import fr.brume.test.server.ServerFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A site whose menu has every entry, and machines that choose them. Not thread-safe. */
public final class MenuSite implements AutoCloseable {
    private static final int MACHINES = 2;
    private static final Duration IMAGING = Duration.ofMinutes(15);

    private final Site site;
    private final SharedPortal portal;
    private final Path folder;
    private final CountDownLatch image = new CountDownLatch(1);
    private final CountDownLatch approvals = new CountDownLatch(MACHINES);
    private volatile boolean givenUp;

    private MenuSite(Site site, Path folder) {
        this.site = site;
        this.folder = folder;
        this.portal = new SharedPortal(site);
    }

    /**
     * Opens a new site.
     *
     * @param name name of its folder
     * @return the site, its menu prepared
     */
    public static MenuSite open(String name) {
        Site.forget(name);
        MenuSite menus = new MenuSite(Site.open(name, Router::startWithHttpBoot), LabFolder.of(name));
        String echo = "echo " + MenuNames.OWN_TEXT;
        menus.site.portal().boot().turn("boot-menu-debug");
        menus.site.portal().turnHolding();
        menus.site.portal().boot().writeEntry(MenuNames.OWN_ITEM, "Essai du site", echo, echo);
        menus.site.portal().createImage(MenuNames.IMAGE, "", "Linux");
        return menus;
    }

    /**
     * Lets the site speak another language to its machines.
     *
     * @param language {@code fr} or {@code en}
     */
    public void speak(String language) {
        site.server().kill();
        site.restartServer("site.language", language);
    }

    /** {@return the site, for further steps once no machine runs} */
    public Site site() {
        return site;
    }

    /**
     * Chooses all entries on a machine with this firmware.
     *
     * @param number of the machine and of its place on the network, 1 or 2; the first one is captured on the way
     * @param firmware with a disk that starts on it
     * @param language of the site
     */
    public void tryAll(int number, Firmware firmware, String language) {
        Path disk = firmware == Firmware.BIOS
                ? TinyDisk.make(folder)
                : UefiDisk.make(
                                folder.resolve("uefi" + number),
                                ServerFolder.installation().resolve("brume/boot"))
                        .disk();
        Hardware hardware = Hardware.pc(number, Lan.tap(number - 1), disk)
                .withFirmware(firmware)
                .withMegabytes(firmware == Firmware.BIOS ? 512 : 1024);
        MenuNames names = new MenuNames(hardware.digits(), "poste-" + number);
        try {
            tryAll(number, new MenuTrial(hardware, language, new MenuSteps(portal, names, language)));
        } catch (AssertionError | RuntimeException e) {
            giveUp();
            throw e;
        }
    }

    private void tryAll(int number, MenuTrial trial) {
        startPrograms(trial);
        trial.start(REGISTER);
        trial.start(APPROVE);
        approved();
        if (number == 1) {
            capture(trial.hardware());
        }
        trial.start(PRODUCT_KEY);
        trial.start(SYSTEM_INFORMATION);
        await(image, "no image to deploy");
        trial.start(DEPLOY_IMAGE);
        trial.start(QUICK_DELETE);
        await(approvals, "the other machine is not approved");
        trial.start(FULL_REGISTRATION);
        trial.start(DEBUG);
        trial.expectAllDone();
    }

    /** What loaders start themselves; the reason why not comes back to the menu, the program does not. */
    private static void startPrograms(MenuTrial trial) {
        Firmware firmware = trial.hardware().firmware();
        if (firmware == Firmware.BIOS || firmware == Firmware.UEFI) {
            trial.start(MEMTEST);
            trial.start(OWN, LOCAL);
        } else {
            trial.start(OWN, MEMTEST, LOCAL);
        }
    }

    private void capture(Hardware hardware) {
        portal.alone(() -> {
            site.portal().hosts().choose(hardware.digits(), "imageId", MenuNames.IMAGE);
            site.portal().tasks().start(hardware.digits(), "capture");
        });
        try (VirtualMachine machine = VirtualMachine.start(hardware)) {
            machine.awaitEnd(IMAGING);
        }
        image.countDown();
    }

    /** The last one that had to be approved lets the others in at once. */
    private void approved() {
        portal.alone(() -> {
            approvals.countDown();
            if (approvals.getCount() == 0) {
                site.portal().turnHolding();
            }
        });
    }

    /** The other machine does not wait for what will not come. */
    private void giveUp() {
        givenUp = true;
        image.countDown();
        for (int machine = 0; machine < MACHINES; machine++) {
            approvals.countDown();
        }
    }

    private void await(CountDownLatch awaited, String otherwise) {
        try {
            if (!awaited.await(IMAGING.toSeconds(), TimeUnit.SECONDS) || givenUp) {
                throw new AssertionError(otherwise + (givenUp ? ": it failed" : " within " + IMAGING));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Does two things at the same time.
     *
     * @param one in a thread of its own
     * @param other in this thread
     */
    public static void together(Runnable one, Runnable other) {
        CompletableFuture<Void> first = CompletableFuture.runAsync(one);
        try {
            other.run();
        } finally {
            first.join();
        }
    }

    @Override
    public void close() {
        site.close();
    }
}
