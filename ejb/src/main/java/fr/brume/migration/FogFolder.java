package fr.brume.migration;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands in a folder that FOG has captured into. Nothing in it says of what type the image is: its files do. */
final class FogFolder {
    static final int RESIZABLE = 1;
    static final int ONE_DISK = 2;
    static final int ALL_DISKS = 3;
    static final int RAW = 4;

    private static final Pattern PIECE = Pattern.compile("(d([0-9]+)p[0-9]+)\\.img(\\.[0-9]{3})?");
    private static final Pattern RAW_PIECE = Pattern.compile(".*\\.[0-9]{3}");
    private static final Pattern DISK = Pattern.compile("d([1-9][0-9]?)\\.(original\\.)?partitions");
    private static final int LARGEST_SIDE_FILE = 2 << 20;

    private final Path folder;
    private final List<String> names;
    private final Map<String, List<Path>> pieces = new TreeMap<>();

    private FogFolder(Path folder, List<String> names) {
        this.folder = folder;
        this.names = names;
        for (String name : names) {
            Matcher piece = PIECE.matcher(name);
            if (piece.matches()) {
                add(piece.group(1), name);
            }
        }
    }

    /** @throws FailureException FOG_FOLDER when there is nothing of FOG in it */
    static FogFolder open(Path folder) throws IOException, FailureException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
            FogFolder found = new FogFolder(folder, names);
            found.addLegacy();
            if (found.disks().isEmpty() && found.raw().isEmpty()) {
                throw new FailureException(
                        Failure.FOG_FOLDER, folder.getFileName().toString());
            }
            return found;
        }
    }

    private void add(String content, String name) {
        pieces.computeIfAbsent(content, c -> new ArrayList<>()).add(folder.resolve(name));
    }

    /** Windows 7 of FOG's first years: {@code rec.img.000}, perhaps {@code rec.img.001}, then {@code sys.img.000} and its pieces. */
    private void addLegacy() {
        int number = 1;
        for (String name : names) {
            if (name.matches("rec\\.img\\.[0-9]{3}")) {
                add("d1p" + number++, name);
            }
        }
        for (String name : names) {
            if (name.matches("sys\\.img\\.[0-9]{3}")) {
                add("d1p" + number, name);
            }
        }
    }

    /** The numbers of the disks that have a table. */
    List<Integer> disks() {
        return names.stream()
                .map(DISK::matcher)
                .filter(Matcher::matches)
                .map(table -> Integer.valueOf(table.group(1)))
                .distinct()
                .sorted()
                .toList();
    }

    /** FOG's id of the image type. */
    int type() {
        if (disks().isEmpty()) {
            return RAW;
        }
        if (has("d1.minimum.partitions") || has("d1.fixed_size_partitions")) {
            return RESIZABLE;
        }
        return disks().size() > 1 ? ALL_DISKS : ONE_DISK;
    }

    /** The pieces of a disk that was stored as a whole; empty when there is a table. */
    List<Path> raw() {
        return disks().isEmpty()
                ? names.stream()
                        .filter(name -> RAW_PIECE.matcher(name).matches())
                        .map(folder::resolve)
                        .toList()
                : List.of();
    }

    /** The pieces of one partition in their order; empty when nothing was stored of it. */
    List<Path> pieces(int disk, int partition) {
        return pieces.getOrDefault("d" + disk + "p" + partition, List.of());
    }

    /** The partitions that were stored, such as {@code d1p2}. */
    Set<String> contents() {
        return pieces.keySet();
    }

    boolean has(String name) {
        return names.contains(name);
    }

    List<String> names() {
        return names;
    }

    /** A small file. */
    byte[] bytes(String name) throws IOException, FailureException {
        if (!has(name)) {
            throw new FailureException(Failure.FOG_FOLDER, name);
        }
        if (Files.size(folder.resolve(name)) > LARGEST_SIDE_FILE) {
            throw new FailureException(Failure.LIMIT_EXCEEDED, name);
        }
        return Files.readAllBytes(folder.resolve(name));
    }

    String text(String name) throws IOException, FailureException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** The table of a disk as it was before FOG shrank anything. */
    FogTable table(int disk) throws IOException, FailureException {
        String name = "d" + disk + ".partitions";
        String file = has(name) ? name : "d" + disk + ".original.partitions";
        return FogTable.parse(file, text(file));
    }

    /** Bytes of all files. */
    long size() throws IOException {
        long sum = 0;
        for (String name : names) {
            sum += Files.size(folder.resolve(name));
        }
        return sum;
    }
}
