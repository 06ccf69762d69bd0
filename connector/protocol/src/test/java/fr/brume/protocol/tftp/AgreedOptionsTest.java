package fr.brume.protocol.tftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreedOptionsTest {
    @Test
    void acknowledgesInTheOrderAsked() {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("windowsize", "4");
        asked.put("tsize", "0");
        asked.put("multicast", "");
        asked.put("blksize", "1468");
        asked.put("timeout", "3");

        AgreedOptions agreed = AgreedOptions.of(Packets.request(asked), 5_000_000_000L);

        assertThat(new String(agreed.acknowledgement(), StandardCharsets.US_ASCII))
                .isEqualTo("\0\6windowsize\0004\0tsize\0005000000000\0blksize\0001468\0timeout\0003\0");
        assertThat(agreed.blockSize()).isEqualTo(1468);
        assertThat(agreed.windowSize()).isEqualTo(4);
        assertThat(agreed.timeout()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "blksize, 65465, 65464, 1, 0, true",
        "blksize, 8, 8, 1, 0, true",
        "blksize, 7, 512, 1, 0, false",
        "blksize, 2147483648, 512, 1, 0, false",
        "blksize, -5, 512, 1, 0, false",
        "blksize, 1 4, 512, 1, 0, false",
        "windowsize, 65535, 512, 64, 0, true",
        "windowsize, 0, 512, 1, 0, false",
        "timeout, 1, 512, 1, 1, true",
        "timeout, 0, 512, 1, 0, false",
        "timeout, 61, 512, 1, 0, false",
        "utimeout, 1000, 512, 1, 0, false",
    })
    void staysWithinTheLimits(String option, String value, int block, int window, int timeout, boolean acknowledged) {
        AgreedOptions agreed = AgreedOptions.of(Packets.request(Map.of(option, value)), 1);

        assertThat(agreed.blockSize()).isEqualTo(block);
        assertThat(agreed.windowSize()).isEqualTo(window);
        assertThat(agreed.timeout()).isEqualTo(timeout);
        assertThat(agreed.acknowledgement().length > 0).isEqualTo(acknowledged);
    }
}
