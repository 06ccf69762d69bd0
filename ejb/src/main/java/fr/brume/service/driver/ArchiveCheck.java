package fr.brume.service.driver;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.driver.DriverArchive;
import fr.brume.protocol.driver.EntryPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Looks through an archive of drivers before it is kept. Unpacks nothing. */
final class ArchiveCheck {
    private static final String FIELD = "file";
    private static final int MOST_ENTRIES = 20_000;
    private static final long LARGEST_CONTENT = 2L << 30;

    private final Set<String> names = new HashSet<>();
    private final Set<String> files = new HashSet<>();
    private final Set<String> folders = new HashSet<>();
    private long content;
    private int drivers;

    private ArchiveCheck() {}

    /**
     * What is in this file.
     *
     * @throws InvalidInputException beside {@code file} when it is no zip, or one that must not be unpacked on a machine
     */
    static DriverArchive of(Path file) throws IOException, InvalidInputException {
        requireZip(file);
        ArchiveCheck check = new ArchiveCheck();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw refusal("refusal.driver.large");
            }
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                check.entry(entries.nextElement());
            }
            Optional<String> link = ZipLinks.first(file);
            if (link.isPresent()) {
                throw refusal("refusal.driver.path", link.get());
            }
        } catch (IOException | IllegalArgumentException e) {
            throw refusal("refusal.driver.zip", String.valueOf(e.getMessage()));
        }
        if (check.drivers == 0) {
            throw refusal("refusal.driver.none");
        }
        return new DriverArchive(digest(file), Files.size(file), check.drivers);
    }

    private void entry(ZipEntry entry) throws InvalidInputException {
        Optional<EntryPath> path = EntryPath.of(entry.getName());
        if (path.isEmpty() || !names.add(path.get().key()) || !fits(path.get().key(), entry.isDirectory())) {
            throw refusal("refusal.driver.path", entry.getName());
        }
        content += Math.max(0, entry.getSize());
        if (names.size() > MOST_ENTRIES || content > LARGEST_CONTENT) {
            throw refusal("refusal.driver.large");
        }
        drivers += !entry.isDirectory() && path.get().driver() ? 1 : 0;
    }

    /** Whether no file is a folder too, in the eyes of Windows. */
    private boolean fits(String key, boolean folder) {
        for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
            folders.add(key.substring(0, slash));
            if (files.contains(key.substring(0, slash))) {
                return false;
            }
        }
        if (folder) {
            folders.add(key);
            return true;
        }
        return files.add(key) && !folders.contains(key);
    }

    /** Makers give their drivers as programs and cabinets too: whoever sends one is told what to do. */
    private static void requireZip(Path file) throws IOException, InvalidInputException {
        if (Files.size(file) > DriverFiles.LARGEST) {
            throw refusal("refusal.driver.large");
        }
        try (InputStream in = Files.newInputStream(file)) {
            String magic = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            if (magic.equals("MSCF") || magic.startsWith("MZ")) {
                throw refusal("refusal.driver.cab");
            }
            if (!magic.startsWith("PK")) {
                throw refusal("refusal.driver.zip", "");
            }
        }
    }

    private static String digest(Path file) throws IOException {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InvalidInputException refusal(String key, String... arguments) {
        return new InvalidInputException(Refusal.of(FIELD, key, arguments));
    }
}
