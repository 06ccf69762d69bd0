package fr.brume.web.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class LimitedStreamTest {
    @Test
    void letsThroughWhatIsWithinTheLimit() throws IOException {
        assertThat(limited(8, 8).readAllBytes()).hasSize(8);
    }

    @Test
    void breaksOffBeyondTheLimit() {
        assertThatThrownBy(() -> limited(9, 8).readAllBytes()).isInstanceOf(TooLongException.class);
        assertThatThrownBy(() -> {
                    InputStream in = limited(3, 2);
                    while (in.read() >= 0) {
                        continue;
                    }
                })
                .isInstanceOf(IOException.class);
    }

    private static InputStream limited(int bytes, int limit) {
        return new LimitedStream(new ByteArrayInputStream(new byte[bytes]), limit);
    }
}
