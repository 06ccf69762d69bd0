package fr.brume.service.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import fr.brume.domain.driver.DriverArchive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveCheckTest {
    private static final int CENTRAL = 0x02014b50;

    @TempDir
    Path folder;

    @Test
    void countsDriversAndNamesTheFileByItsDigest() throws Exception {
        Path file = file(zip("net/", "net/e1d.INF", "net\\e1d.sys", "chipset.inf"));
        DriverArchive archive = ArchiveCheck.of(file);
        assertThat(archive.drivers()).isEqualTo(2);
        assertThat(archive.bytes()).isEqualTo(Files.size(file));
        assertThat(archive.digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void namesThatLeadElsewhereAreRefused() throws Exception {
        assertThat(refusal(zip("a.inf", "../b.sys")).messageKey()).isEqualTo("refusal.driver.path");
        assertThat(refusal(zip("a.inf", "C:/b.sys")).arguments()).containsExactly("C:/b.sys");
        assertThat(refusal(zip("a.inf", "A.INF")).messageKey())
                .as("one file for Windows")
                .isEqualTo("refusal.driver.path");
    }

    @Test
    void aFileThatIsAFolderTooIsRefused() throws Exception {
        assertThat(refusal(zip("a.inf", "Net", "net/b.sys")))
                .isEqualTo(Refusal.of("file", "refusal.driver.path", "net/b.sys"));
        assertThat(refusal(zip("a.inf", "net/x/b.sys", "NET/X")))
                .isEqualTo(Refusal.of("file", "refusal.driver.path", "NET/X"));
    }

    @Test
    void aLinkIsRefused() throws Exception {
        byte[] zip = zip("a.inf", "link");
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int last = 0;
        for (int at = 0; at + 4 <= zip.length; at++) {
            last = bytes.getInt(at) == CENTRAL ? at : last;
        }
        bytes.putInt(last + 38, 0120777 << 16);
        assertThat(refusal(zip)).isEqualTo(Refusal.of("file", "refusal.driver.path", "link"));
    }

    @Test
    void whatIsNoZipOfDriversIsRefusedInItsOwnWords() throws Exception {
        assertThat(refusal(new byte[0]).messageKey()).isEqualTo("refusal.driver.zip");
        assertThat(refusal("MSCF....".getBytes(StandardCharsets.US_ASCII)).messageKey())
                .isEqualTo("refusal.driver.cab");
        assertThat(refusal("MZ......".getBytes(StandardCharsets.US_ASCII)).messageKey())
                .isEqualTo("refusal.driver.cab");
        assertThat(refusal("PK but no zip".getBytes(StandardCharsets.US_ASCII)).messageKey())
                .isEqualTo("refusal.driver.zip");
        assertThat(refusal(zip("readme.txt")).messageKey()).isEqualTo("refusal.driver.none");
    }

    private Refusal refusal(byte[] content) throws IOException {
        Path file = file(content);
        return catchThrowableOfType(InvalidInputException.class, () -> ArchiveCheck.of(file))
                .refusals()
                .get(0);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("set.zip"), content);
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
