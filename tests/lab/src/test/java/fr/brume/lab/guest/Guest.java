package fr.brume.lab.guest;

import fr.brume.lab.network.Lan;
import fr.brume.lab.network.Namespace;
import fr.brume.test.process.BackgroundProcess;
import fr.brume.test.process.Command;
import fr.brume.test.server.ServerFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A running guest on the lab's network. Not thread-safe. */
public final class Guest implements AutoCloseable {
    /** Of its network card. */
    public static final String MAC = "52:54:00:00:10:71";

    private static final String UUID = "4c4c4544-0042-3510-8054-b4c04f4d3771";
    private static final Duration BOOT = Duration.ofMinutes(4);

    private final BackgroundProcess process;
    private final Stick stick;

    private Guest(BackgroundProcess process, Stick stick) {
        this.process = process;
        this.stick = stick;
    }

    /**
     * Starts one and waits until it takes orders.
     *
     * @param folder for its files
     * @param disks that it may have
     * @return the guest, with all its disks
     */
    public static Guest start(Path folder, List<GuestDisk> disks) {
        Path boot = ServerFolder.installation().resolve("brume/boot");
        Stick stick = new Stick(folder.resolve("stick.raw"));
        List<String> words = Namespace.LAN.command("qemu-system-x86_64");
        words.addAll(List.of("-accel", "tcg,thread=single", "-cpu", "qemu64", "-smp", "2", "-m", "1024"));
        words.addAll(List.of("-uuid", UUID, "-nodefaults", "-no-reboot", "-display", "none", "-vga", "none"));
        words.addAll(List.of("-kernel", boot.resolve("vmlinuz").toString()));
        words.addAll(List.of("-initrd", initrd(folder, boot).toString()));
        words.addAll(List.of(
                "-append",
                "rdinit=/guest/init rootfstype=ramfs quiet console=ttyS0,115200 brume=http://" + Lan.SERVER));
        words.addAll(List.of("-serial", "file:" + folder.resolve("guest.serial"), "-device", "virtio-rng-pci"));
        words.addAll(List.of("-netdev", "tap,id=n0,ifname=" + Lan.tap(1) + ",script=no,downscript=no"));
        words.addAll(List.of("-device", "virtio-net-pci,netdev=n0,mac=" + MAC));
        words.addAll(List.of("-device", "qemu-xhci", "-device", "usb-storage,drive=stick"));
        words.addAll(List.of("-drive", drive("stick", stick.file()), "-device", "virtio-scsi-pci,id=scsi0"));
        disks.forEach(disk -> words.addAll(words(disk)));
        Guest guest = new Guest(BackgroundProcess.start(folder.resolve("guest.log"), Map.of(), words), stick);
        try {
            guest.run("true", BOOT);
            return guest;
        } catch (AssertionError e) {
            guest.close();
            throw e;
        }
    }

    private static List<String> words(GuestDisk disk) {
        String id = "d" + disk.target();
        String sectors = ",logical_block_size=" + disk.sectorSize() + ",physical_block_size=" + disk.sectorSize();
        return List.of(
                "-drive",
                drive(id, disk.file()),
                "-device",
                "scsi-hd,bus=scsi0.0,channel=0,lun=0,scsi-id=" + disk.target() + ",drive=" + id + ",serial=LAB"
                        + disk.target() + sectors);
    }

    private static String drive(String id, Path file) {
        return "file=" + file + ",format=raw,if=none,id=" + id + ",cache=unsafe,discard=unmap";
    }

    /** The initramfs that machines get, and behind it what makes it a guest. */
    private static Path initrd(Path folder, Path boot) {
        try {
            Path tree = Files.createDirectories(folder.resolve("tree/guest"));
            for (String name : new String[] {"init", "tasks.sh"}) {
                try (InputStream in = Guest.class.getResourceAsStream("/guest/" + name)) {
                    Files.copy(in, tree.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            tree.resolve("init").toFile().setExecutable(true);
            Path all = folder.resolve("initrd.img");
            Command.run(
                    "sh",
                    "-c",
                    "cd '" + tree.getParent() + "' && { cat '" + boot.resolve("initrd.img")
                            + "'; printf 'guest\\0guest/init\\0"
                            + "guest/tasks.sh\\0' | cpio -0 -o -H newc -R 0:0 --quiet; } >'" + all + "'");
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a script of the guest's shell, in which the functions of {@code tasks.sh} may be used.
     *
     * @param script ends with status 0
     * @param limit longest wait
     * @return what it said
     */
    public String run(String script, Duration limit) {
        return stick.order(script, limit, process::isAlive);
    }

    /**
     * The agent does the task that waits for this machine.
     *
     * @param disks that the machine has
     * @param limit longest wait
     */
    public void work(List<GuestDisk> disks, Duration limit) {
        run(only(disks) + " && work http://" + Lan.SERVER + ":8080", limit);
        run("sync; only", Duration.ofMinutes(1));
    }

    /**
     * Words that leave the guest some of its disks.
     *
     * @param disks which
     * @return words of the guest's shell
     */
    public static String only(List<GuestDisk> disks) {
        List<String> words = new ArrayList<>(List.of("only"));
        disks.forEach(disk -> words.add(Integer.toString(disk.target())));
        return String.join(" ", words);
    }

    @Override
    public void close() {
        process.kill();
    }
}
