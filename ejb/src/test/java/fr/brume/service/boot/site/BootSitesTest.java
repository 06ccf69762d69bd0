package fr.brume.service.boot.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootSitesTest {
    @ParameterizedTest
    @CsvSource({
        "'', 192.168.10.201, 192.168.10.201",
        "brume.lan, 192.168.10.201, brume.lan",
        "'', fe80:0:0:0:1:2:3:4%eth0, [fe80:0:0:0:1:2:3:4]",
        "2001:db8::1, 10.0.0.1, [2001:db8::1]",
        "[2001:db8::1], 10.0.0.1, [2001:db8::1]"
    })
    void tellsAnAddressThatUrlsCanHold(String chosen, String local, String expected) {
        assertThat(BootSites.address(chosen, local)).isEqualTo(expected);
    }
}
