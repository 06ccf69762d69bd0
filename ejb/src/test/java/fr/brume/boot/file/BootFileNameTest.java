package fr.brume.boot.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BootFileNameTest {
    @ParameterizedTest
    @CsvSource({
        "undionly.kpxe, undionly.kpxe",
        "/undionly.kpxe, undionly.kpxe",
        "//vmlinuz, vmlinuz",
        "/boot/file/vmlinuz, vmlinuz",
        "boot/file/licenses/ipxe, licenses/ipxe",
        "\\licenses\\ipxe, licenses/ipxe",
        "undionly.kpxe\u00ff, undionly.kpxe",
        "grub/x86_64-efi/command.lst, grub/x86_64-efi/command.lst"
    })
    void cleansWhatFirmwareSends(String asked, String clean) {
        assertThat(BootFileName.clean(asked)).map(BootFileName::text).hasValue(clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "..",
                "../etc/passwd",
                "a/../../b",
                "/..\\..\\windows\\win.ini",
                ".hidden",
                "a/.hidden",
                "a//b",
                "a/b/c/d/e",
                "a\u0000b",
                "a\nb",
                "a b",
                "%2e%2e/passwd",
                "C:\\boot.ini",
                "é"
            })
    void refusesWhatIsNotABootFile(String asked) {
        assertThat(BootFileName.clean(asked)).isEmpty();
    }

    @Test
    void refusesNoNameAndLongNames() {
        assertThat(BootFileName.clean(null)).isEmpty();
        assertThat(BootFileName.clean("a".repeat(256))).isEmpty();
        assertThat(BootFileName.clean("a".repeat(255))).isPresent();
    }
}
