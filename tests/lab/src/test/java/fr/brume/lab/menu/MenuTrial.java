package fr.brume.lab.menu;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.boot.plan.MenuFunction;
import fr.brume.lab.machine.Hardware;
import fr.brume.lab.machine.VirtualMachine;
import fr.brume.lab.network.LabFolder;
import fr.brume.lab.site.BootMenu;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** One machine on which the entries of the menu are chosen one after the other. Not thread-safe. */
final class MenuTrial {
    private final Hardware hardware;
    private final String language;
    private final Map<MenuFunction, MenuSteps.Step> steps;
    private final Path transcripts;
    private final Set<MenuFunction> done = EnumSet.noneOf(MenuFunction.class);

    MenuTrial(Hardware hardware, String language, MenuSteps steps) {
        this.hardware = hardware;
        this.language = language;
        this.steps = steps.all();
        this.transcripts = LabFolder.of("menu-entries")
                .resolve(hardware.firmware().name().toLowerCase(java.util.Locale.ROOT) + "-" + language);
    }

    Hardware hardware() {
        return hardware;
    }

    /** One start of the machine, on which all but the last function come back to the menu. */
    void start(MenuFunction... functions) {
        try (VirtualMachine machine = VirtualMachine.start(hardware)) {
            for (MenuFunction function : functions) {
                choose(machine, function);
            }
        }
    }

    private void choose(VirtualMachine machine, MenuFunction function) {
        String header = Words.UNKNOWN.in(language) + "|" + Words.KNOWN.in(language) + "|" + Words.PENDING.in(language);
        machine.console().expect(header, BootMenu.LIMIT);
        int before = machine.console().all().length();
        String item = function == MenuFunction.OWN ? MenuNames.OWN_ITEM : function.item();
        try {
            BootMenu.choose(machine, item);
            assertThat(steps).as("what " + function + " must do").containsKey(function);
            steps.get(function).on(machine);
            done.add(function);
        } finally {
            keep(item, machine.console().all().substring(before));
        }
    }

    private void keep(String item, String said) {
        try {
            Files.writeString(Files.createDirectories(transcripts).resolve(item + ".txt"), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing that a machine can be offered was left out. */
    void expectAllDone() {
        assertThat(done).as(hardware.firmware() + " " + language).isEqualTo(MenuFunction.available());
    }
}
