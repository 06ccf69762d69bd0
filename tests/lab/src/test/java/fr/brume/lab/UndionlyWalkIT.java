package fr.brume.lab;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.lab.disk.Digests;
import fr.brume.lab.disk.SourceDisk;
import fr.brume.lab.machine.Hardware;
import fr.brume.lab.machine.VirtualMachine;
import fr.brume.lab.network.LabFolder;
import fr.brume.lab.network.Lan;
import fr.brume.lab.network.UndionlyRelay;
import fr.brume.lab.site.BootMenu;
import fr.brume.lab.site.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Everything that a machine does which starts by a real undionly.kpxe: registration, capture, start from its disk. */
@Tag("full")
class UndionlyWalkIT {
    private static final Duration IMAGING = Duration.ofMinutes(15);
    private static final String IMAGE = "Image undionly";

    @Test
    void aVendorsRomGoesTheWholeWay() {
        Path folder = LabFolder.of("undionlywalk");
        SourceDisk source = SourceDisk.make(folder);
        String digest = Digests.of(source.disk());
        Site.forget("undionlywalk");
        Hardware hardware = Hardware.pc(3, Lan.tap(0), source.disk()).withCard("e1000");
        try (Site site = Site.open("undionlywalk")) {
            start(hardware, BootMenu::register);
            site.portal().createImage(IMAGE, "", "Linux");
            site.portal().nameHost(hardware.digits(), "rom", IMAGE);
            site.portal().tasks().start("rom", "capture");
            start(hardware, machine -> machine.awaitEnd(IMAGING));
            assertThat(site.portal().tasks().history("rom", Duration.ofMinutes(1)))
                    .contains("Achev\u00e9e");
            assertThat(Digests.of(source.disk())).isEqualTo(digest);
            start(hardware, machine -> BootMenu.expectLocalBoot(machine, "rom"));
        }
    }

    /** Each start has a relay of its own: it changes the first request only. */
    private static void start(Hardware hardware, Consumer<VirtualMachine> then) {
        try (UndionlyRelay relay = UndionlyRelay.start();
                VirtualMachine machine = VirtualMachine.start(hardware)) {
            machine.console().expect("using undionly on", BootMenu.LIMIT);
            then.accept(machine);
            assertThat(relay.said()).contains("blksize 1456");
        }
    }
}
