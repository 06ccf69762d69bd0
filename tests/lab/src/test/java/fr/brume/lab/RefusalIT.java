package fr.brume.lab;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.lab.disk.BlankDisk;
import fr.brume.lab.disk.Digests;
import fr.brume.lab.disk.LoopDevice;
import fr.brume.lab.disk.SourceDisk;
import fr.brume.lab.machine.Hardware;
import fr.brume.lab.machine.VirtualMachine;
import fr.brume.lab.network.LabFolder;
import fr.brume.lab.network.Lan;
import fr.brume.lab.site.Site;
import fr.brume.test.process.Command;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What cannot be captured is refused with its cause on the client's screen and in the portal, and stays as it is. */
class RefusalIT {
    private static final Duration LIMIT = Duration.ofMinutes(8);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Path FOLDER = LabFolder.of("refusal");

    private static SourceDisk source;
    private static Site site;

    @BeforeAll
    static void openSite() {
        source = SourceDisk.make(FOLDER);
        Site.forget("refusal");
        site = Site.open("refusal");
    }

    @AfterAll
    static void closeSite() {
        if (site != null) {
            site.close();
        }
    }

    /** Two machines at once, because most of their time goes by until the agent runs. */
    @Test
    void disksThatWindowsHasNotLetGoAreNotCaptured() {
        Path dirty = changed("dirty.raw", "ntfsfix \"$1\"");
        Path locked = changed("locked.raw", "printf %s -FVE-FS- | dd of=\"$1\" bs=1 seek=3 conv=notrunc status=none");
        String dirtyDigest = Digests.of(dirty);
        String lockedDigest = Digests.of(locked);
        Hardware first = Hardware.pc(6, Lan.tap(0), dirty);
        Hardware second = Hardware.pc(7, Lan.tap(1), locked);
        capture("dirty", first);
        capture("locked", second);
        try (VirtualMachine one = VirtualMachine.start(first);
                VirtualMachine other = VirtualMachine.start(second)) {
            expectCause(one, "NTFS de la partition 1");
            expectCause(other, "La partition 1 est chiffr\u00e9e par BitLocker");
        }
        expectFailed("dirty", "pas \u00e9t\u00e9 ferm\u00e9 proprement");
        expectFailed("locked", "La partition 1 est chiffr\u00e9e par BitLocker");
        assertThat(Digests.of(dirty)).isEqualTo(dirtyDigest);
        assertThat(Digests.of(locked)).isEqualTo(lockedDigest);
    }

    @Test
    void aMachineWithoutDiskSaysSo() {
        Path none = BlankDisk.make(FOLDER.resolve("none.raw"), SourceDisk.SIZE);
        Hardware hardware = Hardware.pc(8, Lan.tap(0), none).withoutDisk();
        capture("nodisk", hardware);
        try (VirtualMachine machine = VirtualMachine.start(hardware)) {
            expectCause(machine, "Aucun disque");
        }
        expectFailed("nodisk", "Aucun disque");
    }

    /** A copy of the source whose first partition went through a shell command. */
    private static Path changed(String name, String command) {
        Path disk = FOLDER.resolve(name);
        Command.run("cp", "--sparse=always", source.disk().toString(), disk.toString());
        try (LoopDevice ntfs = LoopDevice.of(disk, SourceDisk.NTFS, true)) {
            Command.run("sh", "-c", command, "sh", ntfs.device());
        }
        return disk;
    }

    private static void capture(String host, Hardware hardware) {
        site.portal().createImage("Image " + host, "", "Windows 10");
        site.portal().createHost(host, hardware.mac(), "Image " + host);
        site.portal().tasks().start(host, "capture");
    }

    /** The beginning of the cause on the client's screen, where lines are broken. */
    private static void expectCause(VirtualMachine machine, String cause) {
        machine.console().expect(cause, LIMIT);
        machine.console().expect("Le serveur conna\u00eet cette cause", SOON);
    }

    private static void expectFailed(String host, String cause) {
        assertThat(site.portal().tasks().history(host, SOON))
                .contains("\u00c9chou\u00e9e")
                .contains(cause);
    }
}
