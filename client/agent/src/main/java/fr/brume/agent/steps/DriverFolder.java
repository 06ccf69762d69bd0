package fr.brume.agent.steps;

import fr.brume.protocol.agent.DriverOrder;
import fr.brume.protocol.driver.EntryPath;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The folder of a deployed Windows into which sets of drivers are unpacked, each into one of its own. */
final class DriverFolder {
    /** What Windows is told, with the names that its own files have. */
    static final String WINDOWS_PATH = "%SystemRoot%\\Brume\\Drivers";

    private final Path folder;

    private DriverFolder(Path folder) {
        this.folder = folder;
    }

    /** @param root of the file system */
    static DriverFolder of(Path root) throws FailureException {
        return new DriverFolder(FoldedPath.place(root, "Windows", "Brume", "Drivers"));
    }

    /** What came of a set. */
    record Unpacked(int drivers, int files) {}

    /**
     * Fetches a set onto the disk itself, which has more room than the machine's memory, and unpacks it there.
     *
     * @throws FailureException CORRUPT_DATA when it is not what was ordered; TOOL_FAILED when it cannot be written
     */
    Unpacked unpack(DriverOrder order, StepSupply supply) throws FailureException {
        String name = EntryPath.of(order.name())
                .filter(path -> path.segments().size() == 1)
                .orElseThrow(() -> new FailureException(Failure.CORRUPT_DATA, order.name()))
                .segments()
                .get(0);
        Path target = FoldedPath.place(folder, name);
        try {
            Guarded.READABLE.folder(folder);
            FolderRemoval.of(target);
            Path archive = Files.createTempFile(folder, "brume", ".zip");
            try {
                supply.drivers(order, archive);
                requireOrdered(order, archive);
                return unpack(archive, target);
            } finally {
                Files.delete(archive);
            }
        } catch (IOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, "zip", order.name(), e.toString());
        }
    }

    private static void requireOrdered(DriverOrder order, Path archive) throws IOException, FailureException {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(archive), sha256)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            if (!HexFormat.of().formatHex(sha256.digest()).equals(order.sha256())) {
                throw new FailureException(Failure.CORRUPT_DATA, order.name());
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Unpacked unpack(Path archive, Path target) throws IOException, FailureException {
        int drivers = 0;
        int files = 0;
        FoldedTree tree = new FoldedTree(target);
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                EntryPath path = EntryPath.of(entry.getName())
                        .orElseThrow(() -> new FailureException(Failure.CORRUPT_DATA, entry.getName()));
                if (entry.isDirectory()) {
                    Guarded.READABLE.folder(tree.folder(path));
                } else {
                    file(zip, entry, tree.file(path));
                    files++;
                    drivers += path.driver() ? 1 : 0;
                }
            }
        }
        return new Unpacked(drivers, files);
    }

    /** Always a plain new file: what the archive says of its kind does not count. */
    private static void file(ZipFile zip, ZipEntry entry, Path place) throws IOException, FailureException {
        Guarded.READABLE.folder(place.getParent());
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Guarded.READABLE.file(place)) {
            if (in.transferTo(out) != entry.getSize()) {
                throw new FailureException(Failure.CORRUPT_DATA, entry.getName());
            }
        }
    }
}
