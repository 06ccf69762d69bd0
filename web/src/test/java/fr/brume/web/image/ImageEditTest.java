package fr.brume.web.image;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.image.ImageVersion;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ImageEditTest {
    private final ImageVersion version = new ImageVersion(null, 1, "pc", 7, Instant.EPOCH);

    @Test
    void saysWhyAVersionFailedEvenWhenItsTaskIsGone() {
        version.fail(Failure.SERVER_DISK_FULL.code());
        assertThat(new ImageEdit().cause(version, Locale.FRENCH))
                .isEqualTo(FailureText.of(Failure.SERVER_DISK_FULL, List.of(), Locale.FRENCH));
    }

    @Test
    void saysNothingOfOneThatIsFine() {
        assertThat(new ImageEdit().cause(version, Locale.ENGLISH)).isEmpty();
    }
}
