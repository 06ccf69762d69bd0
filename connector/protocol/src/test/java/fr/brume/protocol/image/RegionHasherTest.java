package fr.brume.protocol.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class RegionHasherTest {
    /** Regions of 128 KiB: two hash blocks of 16 blocks each. */
    private static final PartitionGeometry GEOMETRY = new PartitionGeometry(1 << 20, 256, 4096, 128 << 10);

    private final RegionHasher hasher = new RegionHasher(GEOMETRY);

    @Test
    void hashesBitsAndBytesInTwoLevels() throws Exception {
        byte[] first = new byte[4096];
        first[9] = 1;
        byte[] second = new byte[4096];
        second[9] = 2;
        ByteBuffer used = ByteBuffer.allocateDirect(8192).put(first).put(second).flip();

        RegionHashes hashes = hasher.hash(bits(3, 1, 16), used);

        byte[] blockOne = sha256(new byte[] {2, 0}, first);
        byte[] blockTwo = sha256(new byte[] {1, 0}, second);
        assertThat(hashes.blockHashes()).isEqualTo(join(blockOne, blockTwo));
        byte[] number = {0, 0, 0, 0, 0, 0, 0, 3};
        assertThat(hashes.digest()).isEqualTo(sha256(number, new byte[] {2, 0, 1, 0}, blockOne, blockTwo));
        assertThat(used.remaining()).isEqualTo(8192);
    }

    @Test
    void tellsEqualBytesAtOtherPlacesApart() {
        ByteBuffer used = ByteBuffer.allocateDirect(4096);
        byte[] here = hasher.hash(bits(0, 1), used).digest();
        assertThat(hasher.hash(bits(0, 2), used).digest()).isNotEqualTo(here);
        assertThat(hasher.hash(bits(1, 1), used).digest()).isNotEqualTo(here);
    }

    @Test
    void refusesContentOfAnotherDigestOrLength() throws Exception {
        ByteBuffer used = ByteBuffer.allocateDirect(4096);
        byte[] digest = hasher.hash(bits(0, 1), used).digest();
        assertThat(hasher.verify(bits(0, 1), used, digest).digest()).isEqualTo(digest);
        used.put(0, (byte) 1);
        assertThatThrownBy(() -> hasher.verify(bits(0, 1), used, digest)).isInstanceOf(FailureException.class);
        assertThatThrownBy(() -> hasher.verify(bits(0, 1, 2), used, digest)).isInstanceOf(FailureException.class);
    }

    private static RegionBits bits(long region, int... used) {
        BitSet set = new BitSet();
        for (int block : used) {
            set.set(block);
        }
        return new RegionBits(region, GEOMETRY.blocksOf(region), set);
    }

    private static byte[] sha256(byte[]... parts) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static byte[] join(byte[] a, byte[] b) {
        return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
    }
}
