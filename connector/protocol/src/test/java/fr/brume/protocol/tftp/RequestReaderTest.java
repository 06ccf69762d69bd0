package fr.brume.protocol.tftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {
    @Test
    void readsNameAndOptionsInTheirOrder() {
        Incoming incoming = RequestReader.read(
                Packets.texts(1, "undionly.kpxe", "OCTET", "TSize", "0", "blksize", "1432", "rollover", "1"));

        ReadRequest request = ((Incoming.Read) incoming).request();
        assertThat(request.name()).isEqualTo("undionly.kpxe");
        assertThat(request.options()).containsOnlyKeys("tsize", "blksize", "rollover");
        assertThat(request.options().keySet()).startsWith("tsize");
        assertThat(request.blockSize()).isEqualTo(1432);
        assertThat(request.windowSize()).isZero();
        assertThat(request.sizeAsked()).isTrue();
    }

    @Test
    void theFirstOfAnOptionGivenTwiceCounts() {
        Incoming incoming = RequestReader.read(Packets.texts(1, "a", "octet", "blksize", "1000", "BLKSIZE", "2000"));

        assertThat(((Incoming.Read) incoming).request().blockSize()).isEqualTo(1000);
    }

    @Test
    void paddingBehindTheOptionsIsNoOption() {
        Incoming incoming = RequestReader.read(Packets.texts(1, "a", "octet", "", "", "", ""));

        assertThat(((Incoming.Read) incoming).request().options()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"octet", "netascii", "NetASCII"})
    void bothModesSendTheFileAsItIs(String mode) {
        assertThat(RequestReader.read(Packets.texts(1, "a", mode))).isInstanceOf(Incoming.Read.class);
    }

    @Test
    void refusesToWrite() {
        assertRefused(Packets.texts(2, "a", "octet"), 2);
    }

    @Test
    void refusesMail() {
        assertRefused(Packets.texts(1, "someone", "mail"), 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "a\u007fb"})
    void refusesOddNames(String name) {
        assertRefused(Packets.texts(1, name, "octet"), 2);
    }

    @Test
    void refusesANameLongerThan255() {
        assertThat(RequestReader.read(Packets.texts(1, "n".repeat(255), "octet")))
                .isInstanceOf(Incoming.Read.class);
        assertRefused(Packets.texts(1, "n".repeat(256), "octet"), 2);
    }

    @Test
    void ignoresWhatIsNoRequest() {
        assertIgnored(ByteBuffer.allocate(0));
        assertIgnored(ByteBuffer.wrap(new byte[] {0, 1, 'a'}));
        assertIgnored(ByteBuffer.wrap(new byte[] {0, 1, 'a', 'b', 'c', 'd'}));
        assertIgnored(ByteBuffer.wrap(new byte[] {0, 1, 'a', 0, 'o', 'c', 't', 'e', 't'}));
        assertIgnored(Packets.acknowledgement(1));
        assertIgnored(Packets.texts(5, "error"));
    }

    @Test
    void noPacketBreaksIt() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] packet = new byte[random.nextInt(600)];
            random.nextBytes(packet);
            if (packet.length > 1 && random.nextBoolean()) {
                packet[0] = 0;
                packet[1] = (byte) random.nextInt(3);
            }
            assertThat(RequestReader.read(ByteBuffer.wrap(packet))).isNotNull();
        }
    }

    private static void assertRefused(ByteBuffer packet, int code) {
        Incoming.Refuse refusal = (Incoming.Refuse) RequestReader.read(packet);
        assertThat(refusal.packet().getShort(0)).isEqualTo((short) 5);
        assertThat(refusal.packet().getShort(2)).isEqualTo((short) code);
    }

    private static void assertIgnored(ByteBuffer packet) {
        assertThat(RequestReader.read(packet)).isInstanceOf(Incoming.Ignore.class);
    }
}
