package fr.brume.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 o, 0 B",
        "999, 999 o, 999 B",
        "1000, '1,00 ko', 1.00 kB",
        "10460000000, '10,46 Go', 10.46 GB",
        "4000000000000, '4,00 To', 4.00 TB",
        "9223372036854775807, '9,22 Eo', 9.22 EB"
    })
    void saysSizesInTheUnitsOfTheLanguage(long bytes, String french, String english) {
        assertThat(ByteText.of(bytes, Locale.FRENCH).replace('\u00a0', ' ')).isEqualTo(french);
        assertThat(ByteText.of(bytes, Locale.ENGLISH).replace('\u00a0', ' ')).isEqualTo(english);
    }
}
