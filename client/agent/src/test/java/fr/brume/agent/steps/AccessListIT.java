package fr.brume.agent.steps;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.agent.disk.SystemTools;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.filesystem.Kind;
import fr.brume.agent.filesystem.Mount;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.agent.DeploySteps;
import fr.brume.protocol.agent.DomainOrder;
import fr.brume.protocol.agent.DriverOrder;
import fr.brume.protocol.fault.FailureException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may read what the steps make on an NTFS, by the security descriptors that are on it ([MS-DTYP] sections 2.4.4 to 2.4.6). */
class AccessListIT {
    private static final String SYSTEM = "S-1-5-18";
    private static final String ADMINISTRATORS = "S-1-5-32-544";
    private static final String EVERYONE = "S-1-1-0";
    private static final byte ALLOWED = 0;
    private static final int READ_DATA = 1;
    private static final int WRITE_DATA = 2;
    private static final Pattern LINE = Pattern.compile("(?m)^\\s+[0-9a-f]{6} ((?: [0-9a-f]{8})+)");

    @TempDir
    Path folder;

    private final Tools tools = new SystemTools();

    @Test
    void secretsAreForSystemAndAdministratorsAndDriversForAllToRead() throws Exception {
        Path disk = folder.resolve("ntfs");
        tools.require("disk", "truncate", "-s", "16M", disk.toString());
        tools.require("disk", "mkntfs", "-F", "-q", disk.toString());
        try (Mount mount = Mount.of(tools, Kind.NTFS, disk.toString(), true)) {
            change(mount.folder());
        }
        for (String secret : List.of("/Windows/Panther/Unattend", "/Windows/Panther/Unattend/Unattend.xml")) {
            assertThat(allowed(disk, secret, READ_DATA)).as(secret).containsExactly(SYSTEM, ADMINISTRATORS);
        }
        for (String drivers : List.of("/Windows/Brume/Drivers", "/Windows/Brume/Drivers/latitude/e1d.inf")) {
            assertThat(allowed(disk, drivers, READ_DATA)).as(drivers).containsExactly(EVERYONE, SYSTEM, ADMINISTRATORS);
            assertThat(allowed(disk, drivers, WRITE_DATA)).as(drivers).containsExactly(SYSTEM, ADMINISTRATORS);
        }
    }

    private void change(Path root) throws Exception {
        Path script = Path.of("src/test/resources/fr/brume/agent/windows/make-windows.py");
        tools.require(
                "hive",
                "/usr/bin/python3",
                script.toAbsolutePath().toString(),
                root.toString(),
                "IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE");
        byte[] zip = archive();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(zip);
        DriverOrder drivers =
                new DriverOrder(4, "latitude", zip.length, HexFormat.of().formatHex(digest));
        DomainOrder domain = new DomainOrder("lycee.example", "", "LYCEE\\join", "secret");
        WindowsSystem.below(root, tools)
                .orElseThrow()
                .change(
                        new DeploySteps("", "ABCDE-FGHIJ-KLMNO-PQRST-UVWXY", List.of(drivers), domain, List.of()),
                        new PlainSupply(zip),
                        new StepReport(new TaskProgress(System::nanoTime), "/dev/sda1"));
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("e1d.inf"));
            zip.write("[Version]".getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    /** Whom the entries of a file's list allow this. */
    private Set<String> allowed(Path disk, String file, int right) throws FailureException {
        ByteBuffer descriptor = descriptor(disk, file);
        ByteBuffer list = from(descriptor, descriptor.getInt(16));
        Set<String> allowed = new TreeSet<>();
        int place = 8;
        for (int i = list.getShort(4); i > 0; i--) {
            ByteBuffer entry = from(list, place);
            if (entry.get(0) == ALLOWED && (entry.getInt(4) & right) != 0) {
                allowed.add(identifier(from(entry, 8)));
            }
            place += entry.getShort(2);
        }
        return allowed;
    }

    private static String identifier(ByteBuffer sid) {
        StringBuilder text = new StringBuilder("S-1-").append(sid.get(7));
        for (int i = 0; i < sid.get(1); i++) {
            text.append('-').append(Integer.toUnsignedString(sid.getInt(8 + 4 * i)));
        }
        return text.toString();
    }

    private static ByteBuffer from(ByteBuffer bytes, int place) {
        return bytes.slice(place, bytes.limit() - place).order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer descriptor(Path disk, String file) throws FailureException {
        String dump = tools.require("audit", "ntfssecaudit", "-v", disk.toString(), file)
                .output();
        StringBuilder hex = new StringBuilder();
        for (Matcher line = LINE.matcher(dump); line.find(); ) {
            hex.append(line.group(1).replace(" ", ""));
        }
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
