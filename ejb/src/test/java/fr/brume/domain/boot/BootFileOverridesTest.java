package fr.brume.domain.boot;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.MacAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BootFileOverridesTest {
    private static final String TEXT = """
            # the old room
            08:00:27:4D:46:2B  ipxe.efi   # no driver of its own
            10.0.0.128/25 snponly.efi
            10.0.1.5-10.0.2.1 grubx64.efi

            10.9.9.9 undionly.kpxe
            0.0.0.0/0 shimx64.efi
            """;

    @ParameterizedTest
    @CsvSource({
        "10.0.0.127, shimx64.efi",
        "10.0.0.128, snponly.efi",
        "10.0.0.255, snponly.efi",
        "10.0.1.0, shimx64.efi",
        "10.0.1.4, shimx64.efi",
        "10.0.1.5, grubx64.efi",
        "10.0.2.1, grubx64.efi",
        "10.0.2.2, shimx64.efi",
        "10.9.9.9, undionly.kpxe",
        "255.255.255.255, shimx64.efi"
    })
    void theFirstLineThatFitsCounts(String address, String file) {
        assertThat(BootFileOverrides.parse(TEXT).orElseThrow().fileFor(address, Optional.empty()))
                .hasValue(file);
    }

    @Test
    void aMacAddressTellsAMachineWhereverItIs() {
        BootFileOverrides overrides = BootFileOverrides.parse(TEXT).orElseThrow();

        assertThat(overrides.needsMac()).isTrue();
        assertThat(overrides.fileFor("10.0.0.200", Optional.of(new MacAddress("08:00:27:4d:46:2b"))))
                .hasValue("ipxe.efi");
        assertThat(overrides.fileFor("10.0.0.200", Optional.of(new MacAddress("08:00:27:4d:46:2c"))))
                .hasValue("snponly.efi");
    }

    @Test
    void nobodyIsMeantByNoLines() {
        BootFileOverrides none = BootFileOverrides.parse(" \n# nothing\n").orElseThrow();

        assertThat(none.fileFor("10.0.0.1", Optional.empty())).isEmpty();
        assertThat(none.needsMac()).isFalse();
        assertThat(BootFileOverrides.parse("10.0.0.0/24 a.efi").orElseThrow().fileFor("fe80::1", Optional.empty()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "10.0.0.256 a.efi",
                "10.0.0.0/33 a.efi",
                "10.0.0.0/x a.efi",
                "10.0.0.9-10.0.0.1 a.efi",
                "10.0.0.1- a.efi",
                "pc-12 a.efi",
                "10.0.0.1 ../a.efi",
                "10.0.0.1 a.efi b.efi",
                "01:00:5e:00:00:01 a.efi"
            })
    void refusesWhatIsNoLine(String line) {
        assertThat(BootFileOverrides.parse(line)).isEmpty();
    }

    @Test
    void hasAMostOfLines() {
        assertThat(BootFileOverrides.parse("10.0.0.1 a.efi\n".repeat(200))).isPresent();
        assertThat(BootFileOverrides.parse("10.0.0.1 a.efi\n".repeat(201))).isEmpty();
    }
}
