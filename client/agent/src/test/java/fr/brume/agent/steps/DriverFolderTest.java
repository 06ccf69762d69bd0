package fr.brume.agent.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.protocol.agent.DriverOrder;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverFolderTest {
    @TempDir
    Path root;

    private Path drivers;

    @BeforeEach
    void install() throws IOException {
        drivers = Files.createDirectory(root.resolve("WINDOWS")).resolve("Brume/Drivers");
    }

    @Test
    void aSetHasAFolderOfItsOwnAndReplacesTheOneOfTheImage() throws Exception {
        Files.createDirectories(drivers.resolve("dell/old"));
        Files.writeString(drivers.resolve("dell/old/a.inf"), "old");
        DriverFolder.Unpacked unpacked = unpack("dell", zip("net\\e1d.inf", "net/e1d.sys", "empty/"));
        assertThat(unpacked).isEqualTo(new DriverFolder.Unpacked(1, 2));
        assertThat(drivers.resolve("dell/net/e1d.sys")).hasContent("net/e1d.sys");
        assertThat(drivers.resolve("dell/net/e1d.inf")).exists();
        assertThat(Files.getPosixFilePermissions(drivers.resolve("dell/net/e1d.sys")))
                .as("written by nobody else")
                .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(Files.getPosixFilePermissions(drivers.resolve("dell/net")))
                .isEqualTo(PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(drivers.resolve("dell/old")).doesNotExist();
        assertThat(drivers).isDirectoryNotContaining("glob:**.zip");
    }

    @Test
    void foldersThatDifferInCaseAloneAreOne() throws Exception {
        unpack("dell", zip("Net/X64/e1d.inf", "net/x64/e1d.sys", "NET/e1d.cat"));
        assertThat(drivers.resolve("dell")).isDirectoryContaining("glob:**/Net");
        assertThat(drivers.resolve("dell/Net/X64/e1d.sys")).exists();
        assertThat(drivers.resolve("dell/Net/e1d.cat")).exists();
        assertThat(drivers.resolve("dell/net")).doesNotExist();
        assertThat(catchThrowableOfType(FailureException.class, () -> unpack("dell", zip("a/b.inf", "A/B.INF")))
                        .failure())
                .isEqualTo(Failure.CORRUPT_DATA);
    }

    @Test
    void whatWasNotOrderedIsNotUnpacked() throws Exception {
        byte[] content = zip("a.inf");
        DriverOrder other = new DriverOrder(1, "dell", content.length, "00".repeat(32));
        FailureException refused = catchThrowableOfType(
                FailureException.class, () -> DriverFolder.of(root).unpack(other, new PlainSupply(content)));
        assertThat(refused.failure()).isEqualTo(Failure.CORRUPT_DATA);
        assertThat(drivers).isEmptyDirectory();
    }

    @Test
    void nothingIsWrittenElsewhereEvenWhenTheServerLetItThrough() throws Exception {
        assertThat(catchThrowableOfType(FailureException.class, () -> unpack("dell", zip("../../evil.inf")))
                        .failure())
                .isEqualTo(Failure.CORRUPT_DATA);
        assertThat(catchThrowableOfType(FailureException.class, () -> unpack("../dell", zip("a.inf")))
                        .failure())
                .isEqualTo(Failure.CORRUPT_DATA);
        assertThat(root.resolve("WINDOWS/evil.inf")).doesNotExist();
    }

    private DriverFolder.Unpacked unpack(String name, byte[] content) throws Exception {
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        return DriverFolder.of(root).unpack(new DriverOrder(1, name, content.length, digest), new PlainSupply(content));
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.endsWith("/") ? new byte[0] : name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
