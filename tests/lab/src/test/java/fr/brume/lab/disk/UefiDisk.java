package fr.brume.lab.disk;

import fr.brume.test.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * The disk of a UEFI PC that is captured: GPT, a system partition with shim and GRUB, and a Linux on ext4, found by its
 * UUID, that starts under Secure Boot. Shim, GRUB and kernel are those that Debian signed for the imaging environment:
 * what is on the host may be another distribution's, whose signatures its shim would refuse. Needs root.
 */
public final class UefiDisk {
    /** Bytes of the disk. */
    public static final long SIZE = 256L << 20;
    /** The system partition, FAT32. */
    public static final PartitionEntry SYSTEM = PartitionEntry.mebibytes(1, 1, 64);
    /** The Linux partition, ext4. */
    public static final PartitionEntry LINUX = PartitionEntry.mebibytes(2, 65, 128);

    private static final String UUID = "42727565-0000-4000-8000-00000000000";
    private static final String ROOT = UUID + "5";
    private static final String TABLE = "label: gpt\nlabel-id: " + UUID + "1\n" + line(SYSTEM, "U") + line(LINUX, "L");
    private static final String FIND = """
            search --no-floppy --fs-uuid --set=root %s
            configfile /boot/grub/grub.cfg
            """.formatted(ROOT);
    private static final String START = """
            linux /boot/vmlinuz console=ttyS0,115200
            initrd /boot/initrd.img
            boot
            """;

    private final Path disk;
    private final Path systemFiles;
    private final Path linuxFiles;

    private UefiDisk(Path folder) {
        this.disk = folder.resolve("source.raw");
        this.systemFiles = folder.resolve("files/system");
        this.linuxFiles = folder.resolve("files/linux");
    }

    /**
     * Makes the disk anew.
     *
     * @param folder folder for the disk and the files that go onto it
     * @param boot folder with {@code shimx64.efi}, {@code grubx64.efi} and {@code vmlinuz}
     * @return the disk
     */
    public static UefiDisk make(Path folder, Path boot) {
        UefiDisk source = new UefiDisk(folder);
        try {
            Command.run("rm", "-rf", source.systemFiles.toString(), source.linuxFiles.toString());
            source.fillSystem(boot);
            source.fillLinux(folder, boot);
            source.partition(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        source.format();
        return source;
    }

    /** {@return the raw disk} */
    public Path disk() {
        return disk;
    }

    /** {@return digest by path of the files on the system partition} */
    public Map<String, String> systemDigests() {
        return Digests.below(systemFiles);
    }

    /** {@return digest by path of the files on the Linux partition} */
    public Map<String, String> linuxDigests() {
        return Digests.below(linuxFiles);
    }

    /** Once under the name of the distribution, once where firmware looks that knows no name; GRUB looks in /grub. */
    private void fillSystem(Path boot) throws IOException {
        for (String[] place : List.of(new String[] {"debian", "shimx64.efi"}, new String[] {"BOOT", "BOOTX64.EFI"})) {
            Path folder = Files.createDirectories(systemFiles.resolve("EFI").resolve(place[0]));
            copy(boot.resolve("shimx64.efi"), folder.resolve(place[1]));
            copy(boot.resolve("grubx64.efi"), folder.resolve("grubx64.efi"));
        }
        Path grub = Files.createDirectories(systemFiles.resolve("grub"));
        Files.writeString(grub.resolve("grub.cfg"), FIND);
    }

    private void fillLinux(Path folder, Path boot) throws IOException {
        SampleFiles.fill(linuxFiles, 3);
        Path grub = Files.createDirectories(linuxFiles.resolve("boot/grub"));
        Files.writeString(grub.resolve("grub.cfg"), START);
        copy(boot.resolve("vmlinuz"), linuxFiles.resolve("boot/vmlinuz"));
        TinySystem.make(folder, linuxFiles.resolve("boot/initrd.img"));
    }

    private void partition(Path folder) throws IOException {
        BlankDisk.make(disk, SIZE);
        Path script = Files.writeString(folder.resolve("table.sfdisk"), TABLE);
        String write = "sfdisk -q --no-reread --no-tell-kernel \"$1\" <\"$2\"";
        Command.run("sh", "-c", write, "sh", disk.toString(), script.toString());
    }

    private void format() {
        try (LoopDevice system = LoopDevice.of(disk, SYSTEM, true);
                LoopDevice linux = LoopDevice.of(disk, LINUX, true)) {
            String hidden = Long.toString(SYSTEM.firstSector());
            Command.run("mkfs.vfat", "-F", "32", "-n", "ESP", "-i", "42727565", "-h", hidden, system.device());
            String copy = "MTOOLS_SKIP_CHECK=1 mcopy -s -i \"$1\" \"$2\"/* ::/";
            Command.run("sh", "-c", copy, "sh", system.device(), systemFiles.toString());
            Command.run("mkfs.ext4", "-q", "-L", "racine", "-U", ROOT, "-d", linuxFiles.toString(), linux.device());
        }
    }

    private static void copy(Path file, Path target) throws IOException {
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String line(PartitionEntry partition, String type) {
        return "start=" + partition.firstSector() + ", size=" + partition.sectors() + ", type=" + type + ", uuid="
                + UUID + (partition.number() + 1) + "\n";
    }
}
