package fr.brume.lab.machine;

import fr.brume.it.process.Await;
import fr.brume.it.process.BackgroundProcess;
import fr.brume.lab.network.LabFolder;
import fr.brume.lab.network.Namespace;
import java.io.IOException;
import java.io.UncheckedIOException;
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
 * crashes a Java machine now and then. Not thread-safe.
 */
public final class VirtualMachine implements AutoCloseable {
    private static final AtomicInteger BOOTS = new AtomicInteger();

    private final Hardware hardware;
    private final BackgroundProcess process;
    private final SerialConsole console;

    private VirtualMachine(Hardware hardware, BackgroundProcess process, SerialConsole console) {
        this.hardware = hardware;
        this.process = process;
        this.console = console;
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
        Path socket = folder.resolve(boot + ".sock");
        Path transcript = folder.resolve(boot + ".serial");
        remove(socket);
        List<String> words = Namespace.LAN.command("qemu-system-x86_64");
        words.addAll(words(hardware, socket, transcript));
        words.addAll(hardware.firmware().words(folder.resolve(boot + ".vars")));
        BackgroundProcess process = BackgroundProcess.start(folder.resolve(boot + ".log"), Map.of(), words);
        Await.until(
                "QEMU of " + boot + ": " + process.said(),
                Duration.ofSeconds(40),
                () -> Files.exists(socket) || !process.isAlive());
        return new VirtualMachine(hardware, process, SerialConsole.connect(boot, socket));
    }

    private static List<String> words(Hardware hardware, Path socket, Path transcript) {
        List<String> words = new ArrayList<>(List.of("-accel", "tcg,thread=single", "-cpu", "qemu64", "-smp", "2"));
        words.addAll(List.of("-machine", hardware.firmware().machine()));
        words.addAll(List.of("-m", Integer.toString(hardware.megabytes()), "-uuid", hardware.uuid()));
        words.addAll(List.of(
                "-smbios",
                "type=1,manufacturer=Brume,product=Lab PC,serial=LAB-" + hardware.digits() + ",uuid="
                        + hardware.uuid()));
        words.addAll(List.of("-nodefaults", "-no-reboot", "-display", "none", "-vga", "none"));
        words.addAll(List.of("-device", "virtio-rng-pci"));
        words.addAll(List.of("-chardev", "socket,id=s0,path=" + socket + ",server=on,wait=off,logfile=" + transcript));
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

    /** {@return whether it is still on} */
    public boolean isOn() {
        return process.isAlive();
    }

    /** Pulls the plug. */
    @Override
    public void close() {
        process.kill();
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
