package fr.brume.protocol.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GeneralisationTest {
    @Test
    void onlyAResealedImageIsReady() {
        assertThat(Generalisation.of("IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE")).isEqualTo(Generalisation.GENERALISED);
        assertThat(Generalisation.of("IMAGE_STATE_GENERALIZE_RESEAL_TO_AUDIT")).isEqualTo(Generalisation.GENERALISED);
        assertThat(Generalisation.of("IMAGE_STATE_SPECIALIZE_RESEAL_TO_OOBE"))
                .isEqualTo(Generalisation.NOT_GENERALISED);
        assertThat(Generalisation.of("IMAGE_STATE_COMPLETE")).isEqualTo(Generalisation.NOT_GENERALISED);
        assertThat(Generalisation.of("")).isEqualTo(Generalisation.UNKNOWN);
    }

    @Test
    void theWorstOfSeveralCounts() {
        assertThat(Generalisation.NOT_GENERALISED.worse(Generalisation.GENERALISED))
                .isEqualTo(Generalisation.NOT_GENERALISED);
        assertThat(Generalisation.NO_WINDOWS.worse(Generalisation.UNKNOWN)).isEqualTo(Generalisation.UNKNOWN);
    }
}
