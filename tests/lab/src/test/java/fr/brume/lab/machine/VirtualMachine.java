package fr.brume.lab.machine;

import fr.brume.lab.network.LabFolder;
import fr.brume.lab.network.Namespace;
import fr.brume.test.process.Await;
import fr.brume.test.process.BackgroundProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PC that is switched on. Boots from the network first, then from its disk; a restart or power-off from inside ends
 * it. TCG always: /dev/kvm may open and still hang a kernel. One thread for all its processors: with a thread each, one
 * may run what another is just patching, and a Java machine, whose compiler patches calls all the time, now and then
 * dies of SIGSEGV just before a compiled method. A plain processor: with all the extensions of "max" the emulator
 * crashes a Java machine now and then. Before other programs: a kernel that waits too long for its processor while it
 * tries its timer panics. Not thread-safe.
 */
public final class VirtualMachine implements AutoCloseable {
    private static final AtomicInteger BOOTS = new AtomicInteger();

    private final Hardware hardware;
    private final BackgroundProcess process;
    private final SerialConsole console;
    private final MachineControl control;
    private final Path transcript;

    private VirtualMachine(
            Hardware hardware,
            BackgroundProcess process,
            SerialConsole console,
            MachineControl control,
            Path transcript) {
        this.hardware = hardware;
        this.process = process;
        this.console = console;
        this.control = control;
        this.transcript = transcript;
    }

    /**
     * Presses the power button.
     *
     * @param hardware what the PC is made of
     * @return the running PC
     */
    public static VirtualMachine start(Hardware hardware) {
        String boot = String.format("%02d-%s", BOOTS.incrementAndGet(), hardware.name());
        Path folder = LabFolder.of("machines");
        Path serial = folder.resolve(boot + ".port");
        Path control = folder.resolve(boot + ".control");
        Path transcript = folder.resolve(boot + ".serial");
        SerialConsole.makePort(serial);
        remove(control);
        List<String> words = Namespace.LAN.command("nice", "-n", "-10", "qemu-system-x86_64");
        words.addAll(words(hardware, serial, transcript));
        words.addAll(List.of("-qmp", "unix:" + control + ",server=on,wait=off"));
        words.addAll(hardware.firmware().words(folder.resolve(boot + ".vars")));
        BackgroundProcess process = BackgroundProcess.start(folder.resolve(boot + ".log"), Map.of(), words);
        Await.until(
                "QEMU of " + boot + ": " + process.said(),
                Duration.ofSeconds(40),
                () -> Files.exists(control) || !process.isAlive());
        MachineControl talk = MachineControl.connect(boot, control);
        return new VirtualMachine(hardware, process, SerialConsole.open(boot, serial), talk, transcript);
    }

    private static List<String> words(Hardware hardware, Path serial, Path transcript) {
        List<String> words = new ArrayList<>(List.of("-accel", "tcg,thread=single", "-cpu", "qemu64", "-smp", "2"));
        words.addAll(List.of("-machine", hardware.firmware().machine()));
        words.addAll(List.of("-m", Integer.toString(hardware.megabytes()), "-uuid", hardware.uuid()));
        words.addAll(List.of(
                "-smbios",
                "type=1,manufacturer=Brume,product=Lab PC,serial=LAB-" + hardware.digits() + ",uuid="
                        + hardware.uuid()));
        words.addAll(
                List.of("-nodefaults", "-no-reboot", "-display", "none", "-vga", hardware.screen() ? "std" : "none"));
        words.addAll(List.of("-device", "virtio-rng-pci"));
        words.addAll(List.of("-chardev", "pipe,id=s0,path=" + serial + ",logfile=" + transcript));
        words.addAll(List.of("-serial", "chardev:s0"));
        words.addAll(List.of("-netdev", "tap,id=n0,ifname=" + hardware.tap() + ",script=no,downscript=no"));
        String card = hardware.firmware().card(hardware.card());
        words.addAll(List.of("-device", card + ",netdev=n0,bootindex=0,mac=" + hardware.mac()));
        hardware.disk()
                .ifPresent(disk -> words.addAll(List.of(
                        "-drive",
                        "file=" + disk + ",format=raw,if=none,id=d0,cache=unsafe",
                        "-device",
                        "virtio-blk-pci,drive=d0,bootindex=1")));
        return words;
    }

    /** {@return what it is made of} */
    public Hardware hardware() {
        return hardware;
    }

    /** {@return its serial console} */
    public SerialConsole console() {
        return console;
    }

    /**
     * Waits until the PC switches itself off or restarts.
     *
     * @param limit longest wait
     * @throws AssertionError when it still runs then
     */
    public void awaitEnd(Duration limit) {
        if (!process.awaitEnd(limit)) {
            throw new AssertionError(console.name() + " still runs after " + limit);
        }
    }

    /**
     * Waits until the PC switches itself off.
     *
     * @param limit longest wait
     * @throws AssertionError when it still runs then, or restarts instead
     */
    public void awaitPowerOff(Duration limit) {
        awaitEnd(limit, "guest-shutdown");
    }

    /**
     * Waits until the PC restarts.
     *
     * @param limit longest wait
     * @throws AssertionError when it still runs then, or switches itself off instead
     */
    public void awaitRestart(Duration limit) {
        awaitEnd(limit, "guest-reset");
    }

    private void awaitEnd(Duration limit, String reason) {
        awaitEnd(limit);
        String word = "\"reason\": \"" + reason + "\"";
        Await.until(console.name() + " ends by " + reason, Duration.ofSeconds(10), () -> control.hasSaid(word));
    }

    /**
     * Takes a picture of the screen.
     *
     * @param file portable pixmap to write
     */
    public void picture(Path file) {
        control.picture(file);
    }

    /** {@return all that its serial port brought, control sequences included} */
    public String transcript() {
        try {
            return Files.readString(transcript, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return whether it is still on} */
    public boolean isOn() {
        return process.isAlive();
    }

    /** Pulls the plug. */
    @Override
    public void close() {
        process.kill();
        control.close();
        console.close();
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
