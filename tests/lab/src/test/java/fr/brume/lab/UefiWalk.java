package fr.brume.lab;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.lab.disk.BlankDisk;
import fr.brume.lab.disk.Digests;
import fr.brume.lab.disk.DiskJudge;
import fr.brume.lab.disk.LoopDevice;
import fr.brume.lab.disk.PartitionEntry;
import fr.brume.lab.disk.UefiDisk;
import fr.brume.lab.machine.Firmware;
import fr.brume.lab.machine.Hardware;
import fr.brume.lab.machine.VirtualMachine;
import fr.brume.lab.network.LabFolder;
import fr.brume.lab.network.Lan;
import fr.brume.lab.network.Router;
import fr.brume.lab.site.BootMenu;
import fr.brume.lab.site.Site;
import fr.brume.lab.site.Steps;
import fr.brume.test.server.ServerFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * From the power button to the booted copy on PCs with UEFI; for PXE the DHCP server still says undionly.kpxe. Each step
 * stands on the one before it.
 */
@ExtendWith(Steps.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class UefiWalk {
    private static final int MEGABYTES = 1024;
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration IMAGING = Duration.ofMinutes(12);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String IMAGE = "Image UEFI";
    /** Lets the kernel say on its console what it says of Secure Boot. */
    private static final String TALKATIVE = "loglevel=7";

    private final String name;
    private final Firmware firmware;
    private final List<String> kernelWords;

    private Path folder;
    private UefiDisk source;
    private String sourceDigest;
    private Path target;
    private Hardware first;
    private Hardware second;
    private Site site;

    /**
     * A walk.
     *
     * @param name name of its folder
     * @param firmware of both machines
     * @param kernelWords what each kernel that starts must say, in this order
     */
    UefiWalk(String name, Firmware firmware, List<String> kernelWords) {
        this.name = name;
        this.firmware = firmware;
        this.kernelWords = kernelWords;
    }

    @BeforeAll
    void openSite() {
        folder = LabFolder.of(name);
        source = UefiDisk.make(folder, ServerFolder.installation().resolve("brume/boot"));
        sourceDigest = Digests.of(source.disk());
        target = BlankDisk.make(folder.resolve("target.raw"), UefiDisk.SIZE);
        first = pc(1, source.disk());
        second = pc(2, target);
        Site.forget(name);
        boolean http = firmware == Firmware.SECURE_HTTP_BOOT;
        site = Site.open(name, http ? Router::startWithHttpBoot : Router::start);
    }

    private Hardware pc(int number, Path disk) {
        return Hardware.pc(number, Lan.tap(number - 1), disk)
                .withFirmware(firmware)
                .withMegabytes(MEGABYTES);
    }

    @AfterAll
    void closeSite() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    @Order(1)
    void anUnknownMachineRegistersItself() {
        try (VirtualMachine machine = VirtualMachine.start(first)) {
            BootMenu.register(machine);
        }
        assertThat(site.portal().hostRow(first.digits())).contains(first.mac());
    }

    @Test
    @Order(2)
    void theMachineIsCapturedWithoutOneWrite() {
        site.portal().createImage(IMAGE, "", "Linux");
        site.portal().nameHost(first.digits(), "uefi", IMAGE);
        image(first, "uefi", "capture");
        assertThat(Digests.of(source.disk())).isEqualTo(sourceDigest);
    }

    @Test
    @Order(3)
    void aBlankMachineIsDeployed() {
        site.portal().createHost("copie", second.mac(), IMAGE);
        image(second, "copie", "deploy");
        assertThat(DiskJudge.table(target)).isEqualTo(DiskJudge.table(source.disk()));
        assertThat(identities(target)).isEqualTo(identities(source.disk()));
        DiskJudge judge = new DiskJudge(folder);
        try (LoopDevice system = LoopDevice.of(target, UefiDisk.SYSTEM, false);
                LoopDevice linux = LoopDevice.of(target, UefiDisk.LINUX, false)) {
            assertThat(judge.fat(system.device())).isEqualTo(source.systemDigests());
            assertThat(judge.ext4(linux.device())).isEqualTo(source.linuxDigests());
        }
    }

    @Test
    @Order(4)
    void theCopyStartsFromItsOwnDisk() {
        try (VirtualMachine machine = VirtualMachine.start(second)) {
            BootMenu.expectMenuOf(machine, "copie");
            expectKernelWords(machine);
            BootMenu.expectSystem(machine);
        }
    }

    private void image(Hardware hardware, String host, String icon) {
        site.portal().giveKernelArguments(host, TALKATIVE);
        site.portal().tasks().start(host, icon);
        try (VirtualMachine machine = VirtualMachine.start(hardware)) {
            expectKernelWords(machine);
            machine.awaitEnd(IMAGING);
        }
        assertThat(site.portal().tasks().history(host, SOON)).contains("Achev\u00e9e");
    }

    private void expectKernelWords(VirtualMachine machine) {
        kernelWords.forEach(words -> machine.console().expect(words, START));
    }

    private static Map<Integer, String> identities(Path disk) {
        return Map.of(1, identity(disk, UefiDisk.SYSTEM), 2, identity(disk, UefiDisk.LINUX));
    }

    private static String identity(Path disk, PartitionEntry partition) {
        try (LoopDevice loop = LoopDevice.of(disk, partition, false)) {
            return DiskJudge.identity(loop.device());
        }
    }
}
