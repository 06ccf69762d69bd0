package fr.brume.store;

import fr.brume.protocol.agent.SideFile;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The small files of a version beside its partitions, under the names that FOG gives them; every other name is refused. */
final class SideFiles {
    private static final Pattern NAME =
            Pattern.compile("d[1-9][0-9]?(p[1-9][0-9]{0,2}\\.(ebr|lvm|lvm\\.vgcfg)|\\.lvm\\.vgcfg"
                    + "|\\.(partitions|minimum\\.partitions|shrunken\\.partitions|fixed_size_partitions|original\\.fstypes"
                    + "|original\\.swapuuids|mbr|ebr|grub\\.mbr|has_grub|size))");
    private static final int MOST_FILES = 256;
    private static final int MOST_BYTES = 2 << 20;

    private SideFiles() {}

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Writes them durably; nothing is written when one of them is refused. */
    static void write(Path version, List<SideFile> files) throws IOException, FailureException {
        if (files.size() > MOST_FILES) {
            throw new FailureException(Failure.LIMIT_EXCEEDED, "side files");
        }
        List<byte[]> contents = new ArrayList<>();
        for (SideFile file : files) {
            contents.add(decode(file));
        }
        for (int i = 0; i < contents.size(); i++) {
            DurableFiles.replace(version.resolve(files.get(i).name()), contents.get(i));
        }
    }

    private static byte[] decode(SideFile file) throws FailureException {
        if (file.name() == null || !isName(file.name())) {
            throw new FailureException(Failure.PROTOCOL_ERROR, "side file of this name");
        }
        if (file.content() == null || file.content().length() > MOST_BYTES / 3 * 4 + 4) {
            throw new FailureException(Failure.LIMIT_EXCEEDED, file.name());
        }
        try {
            return Base64.getDecoder().decode(file.content());
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.PROTOCOL_ERROR, e, file.name());
        }
    }

    static List<SideFile> read(Path version) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.list(version)) {
            paths = all.filter(path -> isName(path.getFileName().toString()))
                    .sorted()
                    .toList();
        }
        List<SideFile> files = new ArrayList<>();
        for (Path path : paths) {
            String content = Base64.getEncoder().encodeToString(Files.readAllBytes(path));
            files.add(new SideFile(path.getFileName().toString(), content));
        }
        return files;
    }
}
