package fr.brume.lab.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What a PC runs when it is switched on. UEFI is Debian's OVMF with EDK2's own PXE and HTTP Boot. Thread-safe. */
public enum Firmware {
    /** SeaBIOS with iPXE's ROM on the network card. */
    BIOS("pc", "", ""),
    /** UEFI without Secure Boot. */
    UEFI("q35", "OVMF_CODE_4M.fd", "OVMF_VARS_4M.fd"),
    /** UEFI with Microsoft's keys and Secure Boot enforced, as PCs are sold. */
    SECURE_BOOT("q35,smm=on", "OVMF_CODE_4M.ms.fd", "OVMF_VARS_4M.ms.fd"),
    /** The same with PXE switched off in the setup: only HTTP Boot is left of the network. */
    SECURE_HTTP_BOOT("q35,smm=on", "OVMF_CODE_4M.ms.fd", "OVMF_VARS_4M.ms.fd");

    private static final Path FOLDER = Path.of("/usr/share/OVMF");

    private final String board;
    private final String code;
    private final String variables;

    Firmware(String board, String code, String variables) {
        this.board = board;
        this.code = code;
        this.variables = variables;
    }

    /** The value of QEMU's -machine; without graphics a BIOS talks to the serial port too. */
    String machine() {
        return board + ",graphics=off";
    }

    /** A network card without a ROM: else QEMU's iPXE would run in the place of the firmware's own PXE. */
    String card(String model) {
        return this == BIOS ? model : model + ",romfile=";
    }

    /**
     * The words for QEMU that put the firmware on the board.
     *
     * @param memory file for the firmware's variables, made anew as they leave the factory
     */
    List<String> words(Path memory) {
        return switch (this) {
            case BIOS -> List.of();
            case UEFI -> flash(memory);
            case SECURE_BOOT -> concat(secure(), flash(memory));
            case SECURE_HTTP_BOOT -> concat(concat(secure(), flash(memory)), withoutPxe());
        };
    }

    private List<String> flash(Path memory) {
        try {
            Files.copy(FOLDER.resolve(variables), memory, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of(
                "-drive", "if=pflash,unit=0,format=raw,readonly=on,file=" + FOLDER.resolve(code),
                "-drive", "if=pflash,unit=1,format=raw,file=" + memory);
    }

    /** Only the firmware itself, in system management mode, may change the variables with the keys. */
    private static List<String> secure() {
        return List.of("-global", "driver=cfi.pflash01,property=secure,value=on");
    }

    private static List<String> withoutPxe() {
        String option = "name=opt/org.tianocore/IPv%dPXESupport,string=n";
        return List.of("-fw_cfg", option.formatted(4), "-fw_cfg", option.formatted(6));
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
    }
}
