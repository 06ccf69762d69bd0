package fr.brume.protocol.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Ipv4AddressTest {
    @Test
    void readsWhatItWrites() {
        for (String text : new String[] {"0.0.0.0", "192.168.10.201", "255.255.255.255"}) {
            assertThat(Ipv4Address.parse(text).orElseThrow().text()).isEqualTo(text);
        }
    }

    @Test
    void readsNothingElse() {
        for (String text : new String[] {null, "", "1.2.3", "1.2.3.256", "1.2.3.4.5", "::1", "a.b.c.d"}) {
            assertThat(Ipv4Address.parse(text)).isEmpty();
        }
    }
}
