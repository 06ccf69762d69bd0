package fr.brume.migration;

import com.github.luben.zstd.ZstdIOException;
import fr.brume.protocol.agent.SideFile;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.DiskManifest;
import fr.brume.protocol.image.DiskSpace;
import fr.brume.protocol.image.ImageManifest;
import fr.brume.protocol.image.PartitionManifest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipException;

/** Reads a folder of FOG into a staged version. One use; not safe for threads. */
public final class FogImport {
    private static final Pattern SIDE_FILE = Pattern.compile("d[1-9][0-9]?(p[1-9][0-9]{0,2}\\.ebr"
            + "|\\.(minimum\\.partitions|shrunken\\.partitions|fixed_size_partitions|original\\.fstypes"
            + "|original\\.swapuuids|mbr|grub\\.mbr|has_grub|size))");

    private final FogFolder source;
    private final String sourceName;
    private final Path target;
    private final long reserveBytes;
    private final int level;
    private final LongConsumer progress;
    private long done;

    private FogImport(FogFolder source, Path folder, Path target, long reserveBytes, int level, LongConsumer progress) {
        this.source = source;
        this.sourceName = folder.getFileName().toString();
        this.target = target;
        this.reserveBytes = reserveBytes;
        this.level = level;
        this.progress = progress;
    }

    /**
     * What was read.
     *
     * @param manifest of the version
     * @param sideFiles to be stored beside its partitions
     */
    public record Result(ImageManifest manifest, List<SideFile> sideFiles) {}

    /** Bytes of the files that an import of this folder reads. */
    public static long bytes(Path folder) throws FailureException {
        try {
            return FogFolder.open(folder).size();
        } catch (IOException e) {
            throw DiskSpace.explain(e);
        }
    }

    /** FOG's id of the type of the image in this folder: 1 to 4. */
    public static int type(Path folder) throws FailureException {
        try {
            return FogFolder.open(folder).type();
        } catch (IOException e) {
            throw DiskSpace.explain(e);
        }
    }

    /**
     * Reads everything.
     *
     * @param folder as FOG left it
     * @param target folder of the staged version, which exists
     * @param reserveBytes that must stay free on its disk
     * @param level of compression, zstd's
     * @param at when, ISO 8601 in UTC
     * @param progress hears how many bytes were read
     */
    public static Result run(Path folder, Path target, long reserveBytes, int level, String at, LongConsumer progress)
            throws FailureException {
        try {
            return new FogImport(FogFolder.open(folder), folder, target, reserveBytes, level, progress).read(at);
        } catch (EOFException | ZipException | ZstdIOException e) {
            throw new FailureException(
                    Failure.FOG_UNKNOWN_STREAM, e, folder.getFileName().toString(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw DiskSpace.explain(e);
        }
    }

    private Result read(String at) throws IOException, FailureException {
        List<DiskManifest> disks = new ArrayList<>();
        List<SideFile> sideFiles = new ArrayList<>();
        if (source.disks().isEmpty()) {
            disks.add(wholeDisk());
        }
        boolean uefi = false;
        for (int number : source.disks()) {
            FogTable table = source.table(number);
            uefi |= table.entries().stream().anyMatch(FogPartition::efiSystem);
            disks.add(disk(number, table));
            sideFiles.add(side("d" + number + ".partitions", table.text().getBytes(StandardCharsets.UTF_8)));
            source.bytes("d" + number + ".mbr");
        }
        refuseForgotten(disks);
        for (String name : source.names()) {
            if (SIDE_FILE.matcher(name).matches()) {
                sideFiles.add(side(name, source.bytes(name)));
            }
        }
        String firmware = uefi ? "UEFI" : "BIOS";
        return new Result(
                new ImageManifest(
                        ImageManifest.FORMAT,
                        source.type(),
                        1,
                        firmware,
                        disks,
                        List.of(),
                        sourceName,
                        "FOG",
                        at,
                        null),
                sideFiles);
    }

    /** What the tables do not name, or LVM of late versions of FOG, must not vanish without a word. */
    private void refuseForgotten(List<DiskManifest> disks) throws FailureException {
        Set<String> read = disks.stream()
                .flatMap(disk -> disk.partitions().stream())
                .map(partition -> partition.file().replace(".img", ""))
                .collect(Collectors.toSet());
        List<String> forgotten = new ArrayList<>(source.contents());
        forgotten.removeAll(read);
        source.names().stream().filter(name -> name.endsWith(".lvm")).forEach(forgotten::add);
        if (!forgotten.isEmpty()) {
            throw new FailureException(Failure.FOG_FOLDER, String.join(", ", forgotten));
        }
    }

    private DiskManifest wholeDisk() throws IOException, FailureException {
        PartitionImport.Result stored = stored(source.raw(), "d1.img");
        long bytes = stored.header().deviceBytes();
        PartitionManifest whole = manifest(new FogPartition(0, 0, bytes / 512, "", ""), 512, "d1.img", stored);
        return new DiskManifest(1, bytes, 512, "none", List.of(whole));
    }

    private DiskManifest disk(int number, FogTable table) throws IOException, FailureException {
        Map<Integer, String> swaps = swaps(number);
        List<PartitionManifest> partitions = new ArrayList<>();
        for (FogPartition entry : table.entries()) {
            List<Path> pieces = source.pieces(number, entry.number());
            if (entry.extended() || entry.swap() || pieces.isEmpty()) {
                partitions.add(empty(entry, table.sectorSize(), swaps.getOrDefault(entry.number(), "")));
            } else {
                String file = "d" + number + "p" + entry.number() + ".img";
                partitions.add(manifest(entry, table.sectorSize(), file, stored(pieces, file)));
            }
        }
        String size = "d" + number + ".size";
        long bytes = source.has(size) ? Long.parseLong(sizeText(size)) : table.diskBytes();
        return new DiskManifest(number, bytes, table.sectorSize(), table.label(), partitions);
    }

    private String sizeText(String name) throws IOException, FailureException {
        String digits = source.text(name).strip().replaceFirst("^.*:", "");
        if (!digits.matches("[0-9]{1,18}")) {
            throw new FailureException(Failure.FOG_FOLDER, name);
        }
        return digits;
    }

    private PartitionImport.Result stored(List<Path> pieces, String file) throws IOException, FailureException {
        String first = pieces.get(0).getFileName().toString();
        try (InputStream in = FogStream.open(pieces, count -> progress.accept(done += count))) {
            return new PartitionImport(first, target, file, reserveBytes, level).run(in);
        }
    }

    /** Swap areas as {@code 2 uuid}, or with old images {@code /dev/sda2 uuid}. */
    private Map<Integer, String> swaps(int number) throws IOException, FailureException {
        Map<Integer, String> uuids = new HashMap<>();
        String name = "d" + number + ".original.swapuuids";
        if (source.has(name)) {
            for (String line : source.text(name).split("\n")) {
                String[] words = line.strip().split("\\s+");
                String partition = words[0].replaceFirst("^.*?([0-9]+)$", "$1");
                if (words.length == 2 && partition.matches("[0-9]{1,3}")) {
                    uuids.put(Integer.valueOf(partition), words[1]);
                }
            }
        }
        return uuids;
    }

    private static PartitionManifest empty(FogPartition entry, int sector, String uuid) {
        String kind = entry.extended() ? "extended" : entry.swap() ? "swap" : "raw";
        return new PartitionManifest(
                entry.number(),
                entry.start() * sector,
                entry.sectors() * sector,
                entry.type(),
                entry.name(),
                kind,
                uuid,
                0,
                0,
                "",
                0,
                0,
                "",
                0,
                "");
    }

    private static PartitionManifest manifest(
            FogPartition entry, int sector, String file, PartitionImport.Result stored) {
        Superblock known = stored.superblock();
        return new PartitionManifest(
                entry.number(),
                entry.start() * sector,
                entry.sectors() * sector,
                entry.type(),
                entry.name(),
                known.fileSystem(),
                known.uuid(),
                stored.header().usedByBitmap() * stored.header().blockSize(),
                stored.header().blockSize(),
                file,
                stored.geometry().regionSize(),
                stored.geometry().headFrames(),
                stored.root(),
                0,
                known.fileSystem().equals("raw") ? "unknown" : "");
    }

    private static SideFile side(String name, byte[] content) {
        return new SideFile(name, Base64.getEncoder().encodeToString(content));
    }
}
