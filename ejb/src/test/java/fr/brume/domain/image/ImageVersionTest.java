package fr.brume.domain.image;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ImageVersionTest {
    private final ImageVersion version = new ImageVersion(null, 1, "pc", 7, Instant.EPOCH);

    @Test
    void saysWhyItFailedInTheWholeSentence() {
        version.fail(Failure.DISK_READ, List.of("sda", "42"));
        assertThat(version.failureText(Locale.FRENCH))
                .isEqualTo(FailureText.of(Failure.DISK_READ, List.of("sda", "42"), Locale.FRENCH));
    }

    @Test
    void saysNothingWhenItIsFine() {
        assertThat(version.failureText(Locale.ENGLISH)).isEmpty();
    }
}
