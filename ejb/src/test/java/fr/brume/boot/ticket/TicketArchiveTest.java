package fr.brume.boot.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketArchiveTest {
    private static final TicketArchive ARCHIVE =
            new TicketArchive("dGlja2V0", "ab".repeat(32), "https://192.168.10.201:8443", "cd".repeat(32));

    @Test
    void isTheGoldenArchive() throws IOException {
        try (InputStream golden = TicketArchiveTest.class.getResourceAsStream("/golden/ticket.cpio.hex")) {
            String expected = new String(golden.readAllBytes(), StandardCharsets.US_ASCII).replace("\n", "");
            assertThat(HexFormat.of().formatHex(ARCHIVE.bytes())).isEqualTo(expected);
        }
    }

    @Test
    void isSmallAndAligned() {
        assertThat(ARCHIVE.bytes().length).isLessThan(32 * 1024);
        assertThat(ARCHIVE.bytes().length % 4).isZero();
    }

    @Test
    void isListedByCpioWithTheDirectoryFirst(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("once.cpio"), ARCHIVE.bytes());
        Process cpio = new ProcessBuilder("cpio", "-tv", "--numeric-uid-gid", "--quiet")
                .redirectInput(file.toFile())
                .redirectErrorStream(true)
                .start();
        String listing = new String(cpio.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(cpio.waitFor()).as(listing).isZero();
        assertThat(listing.lines().map(line -> line.replaceAll(" .* ", " ")))
                .containsExactly(
                        "drwx------ brume",
                        "-r-------- brume/ticket",
                        "-r-------- brume/pin",
                        "-r-------- brume/url",
                        "-r-------- brume/environment");
    }

    @Test
    void neverPrintsItsTicket() {
        assertThat(ARCHIVE.toString()).doesNotContain("dGlja2V0");
    }
}
