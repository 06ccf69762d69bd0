package fr.brume.domain.image;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.fault.Failure;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VersionRetentionTest {
    private static final Set<Long> NOBODY = new HashSet<>();

    private final List<ImageVersion> versions = IntStream.rangeClosed(1, 6)
            .mapToObj(number -> new ImageVersion(null, number, "pc", 4, Instant.EPOCH))
            .toList();

    VersionRetentionTest() {
        versions.forEach(version -> version.commit(1, 1, Instant.EPOCH));
    }

    @Test
    void theLatestStay() {
        assertThat(surplus(2)).containsExactly(4, 3, 2, 1);
        assertThat(surplus(6)).isEmpty();
        assertThat(surplus(0)).isEmpty();
    }

    @Test
    void aDamagedOneDoesNotCountAsKept() {
        versions.get(4).verified("d1p1.img: region 3", Instant.EPOCH);
        assertThat(surplus(2)).containsExactly(3, 2, 1);
        versions.forEach(version -> version.verified("d1p1.img: region 3", Instant.EPOCH));
        assertThat(surplus(1)).isEmpty();
    }

    @Test
    void currentAndProtectedOnesStayBesideThem() {
        versions.get(0).protect(true);
        assertThat(numbers(VersionRetention.surplus(versions, versions.get(2), 2, NOBODY)))
                .containsExactly(4, 2);
    }

    @Test
    void whatIsNotCompleteIsLeftAlone() {
        ImageVersion failed = new ImageVersion(null, 7, "pc", 4, Instant.EPOCH);
        failed.fail(Failure.DISK_READ, List.of());
        assertThat(numbers(VersionRetention.surplus(List.of(failed, versions.get(0)), null, 1, NOBODY)))
                .isEmpty();
    }

    private List<Integer> surplus(int keep) {
        return numbers(VersionRetention.surplus(versions, versions.get(5), keep, NOBODY));
    }

    private static List<Integer> numbers(List<ImageVersion> found) {
        return found.stream().map(ImageVersion::getNumber).toList();
    }
}
