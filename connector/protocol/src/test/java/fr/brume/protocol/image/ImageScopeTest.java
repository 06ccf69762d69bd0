package fr.brume.protocol.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImageScopeTest {
    @Test
    void readsFogsNumbers() {
        ImageScope all = new ImageScope(3, 1);
        assertThat(all.everyDisk()).isTrue();
        assertThat(all.takes(0)).isTrue();
        assertThat(all.takes(7)).isTrue();
        assertThat(all.onlyPartition()).isZero();

        ImageScope boot = new ImageScope(1, 2);
        assertThat(boot.bootCodeOnly()).isTrue();
        assertThat(boot.takes(0)).isFalse();
        assertThat(boot.takes(1)).isFalse();

        ImageScope third = new ImageScope(2, 5);
        assertThat(third.onlyPartition()).isEqualTo(3);
        assertThat(third.takes(3)).isTrue();
        assertThat(third.takes(2)).isFalse();
        assertThat(third.takes(0)).isFalse();
        assertThat(new ImageScope(4, 1).raw()).isTrue();
    }
}
