package fr.brume.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private final Formats formats = new Formats();

    @Test
    void saysMomentsInTheLanguageAndZoneOfTheSite() {
        Instant captured = Instant.parse("2026-07-12T14:52:53Z");
        ZoneId paris = ZoneId.of("Europe/Paris");
        assertThat(Formats.moment(captured, Locale.FRENCH, paris)).isEqualTo("12/07/2026 16:52");
        assertThat(Formats.moment(captured, Locale.ENGLISH, paris)).isEqualTo("12/07/2026, 16:52");
    }

    @Test
    void saysDurationsAndNothingForTheUnknown() {
        assertThat(formats.seconds(3723L)).isEqualTo("1:02:03");
        assertThat(formats.seconds(-1L)).isEmpty();
        assertThat(formats.seconds(null)).isEmpty();
        assertThat(formats.between(Instant.EPOCH, Instant.EPOCH.plusSeconds(59)))
                .isEqualTo("0:00:59");
        assertThat(formats.between(null, Instant.EPOCH)).isEmpty();
    }
}
