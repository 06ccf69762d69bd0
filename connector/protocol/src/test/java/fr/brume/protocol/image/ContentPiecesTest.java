package fr.brume.protocol.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentPiecesTest {
    private static final int LENGTH = 300_000;

    @Test
    void everyStretchIsCutForItself() {
        ContentPieces pieces = new ContentPieces(List.of(new ContentRange(512, 8192), new ContentRange(8704, 4100)));

        assertThat(pieces.count()).isEqualTo(4);
        assertThat(pieces.lengthOf(BitSet.valueOf(new byte[] {0b1011}))).isEqualTo(4096 + 4096 + 4);
    }

    @Test
    void theMarkIsThatOfRfc3720() {
        ByteBuffer content = ByteBuffer.allocate(32);

        assertThat(new ContentPieces(List.of(new ContentRange(0, 32))).marks(content))
                .containsExactly(0x8A9136AA);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatOneSideLacksAndWhatItHasMakeWhatTheOtherHas(long seed) {
        Random random = new Random(seed);
        ByteBuffer there = content(random);
        ByteBuffer here =
                ByteBuffer.allocate(LENGTH).put(there.duplicate().clear()).clear();
        for (int i = random.nextInt(20); i >= 0; i--) {
            int at = random.nextInt(LENGTH);
            here.put(at, (byte) ~here.get(at));
        }
        List<ContentRange> stretches = stretches(random);
        ContentPieces pieces = new ContentPieces(stretches);

        BitSet different = pieces.different(pieces.marks(here), there);
        ByteBuffer expected = joined(stretches, there);
        ByteBuffer joined = joined(stretches, here);
        pieces.replace(different, pieces.gather(different, there), joined);

        assertThat(joined).isEqualTo(expected);
        assertThat(different.cardinality()).isLessThanOrEqualTo(20);
    }

    @Test
    void theMarksOfSomeStretchesAreAmongThoseOfAll() {
        Random random = new Random(9);
        ByteBuffer content = content(random);
        List<ContentRange> stretches = stretches(random);
        ContentPieces all = new ContentPieces(stretches);
        ContentPieces some = new ContentPieces(stretches.subList(1, 3));

        assertThat(all.select(all.marks(content), some)).isEqualTo(some.marks(content));
    }

    private static ByteBuffer content(Random random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return ByteBuffer.wrap(bytes);
    }

    private static List<ContentRange> stretches(Random random) {
        int gap = random.nextInt(2) * 512;
        return List.of(
                new ContentRange(gap, 65536),
                new ContentRange(gap + 65536, 1536),
                new ContentRange(100_000, 65536 - gap),
                new ContentRange(200_000, 1 + random.nextInt(100_000)));
    }

    private static ByteBuffer joined(List<ContentRange> stretches, ByteBuffer content) {
        ByteBuffer joined = ByteBuffer.allocate(LENGTH);
        stretches.forEach(stretch -> joined.put(content.slice(stretch.offset(), stretch.length())));
        return joined.flip();
    }
}
