package fr.brume.protocol.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DhcpReaderTest {
    @Test
    void readsTheDiscoverOfIpxe() throws Exception {
        DhcpPacket packet = Captured.read("ipxe-discover");

        assertThat(packet.reply()).isFalse();
        assertThat(packet.type()).contains(MessageType.DISCOVER);
        assertThat(packet.mac().text()).isEqualTo("52:54:00:00:10:00");
        assertThat(packet.client().present()).isFalse();
        BootClient client = BootClient.of(packet);
        assertThat(client.vendorClass()).isEqualTo("PXEClient:Arch:00000:UNDI:002001");
        assertThat(client.ipxe()).isTrue();
        assertThat(client.architecture()).contains(Architecture.BIOS);
        assertThat(client.machineId()).isEqualTo("00000000-0000-0000-0000-000000000000");
    }

    @Test
    void readsTheRequestOfIpxe() throws Exception {
        DhcpOptions options = Captured.read("ipxe-request").options();

        assertThat(options.address(OptionCode.REQUESTED_ADDRESS).orElseThrow().text())
                .isEqualTo("192.168.10.15");
        assertThat(options.address(OptionCode.SERVER).orElseThrow().text()).isEqualTo("192.168.10.1");
    }

    @Test
    void readsTheDiscoverOfEdk2() throws Exception {
        BootClient client = BootClient.of(Captured.read("edk2-discover"));

        assertThat(client.pxe()).isTrue();
        assertThat(client.ipxe()).isFalse();
        assertThat(client.architecture()).contains(Architecture.EFI_X64);
    }

    @Test
    void readsTheDiscoverOfHttpBoot() throws Exception {
        BootClient client = BootClient.of(Captured.read("edk2-http-discover"));

        assertThat(client.http()).isTrue();
        assertThat(client.pxe()).isFalse();
        assertThat(client.architecture()).contains(Architecture.HTTP_X64);
    }

    @Test
    void readsTheFileOfAnOffer() throws Exception {
        DhcpPacket offer = Captured.read("offer-with-file");

        assertThat(offer.reply()).isTrue();
        assertThat(offer.bootFile()).isEqualTo("undionly.kpxe");
        assertThat(offer.offered().text()).isEqualTo("192.168.10.15");
    }

    @Test
    void aCutPacketIsNoPacket() throws Exception {
        ByteBuffer whole = Captured.packet("ipxe-discover");
        int end = 241 + 2;
        for (int length = 0; length < end; length++) {
            ByteBuffer cut = whole.duplicate().limit(length);
            if (length != PacketLayout.FIXED) {
                assertThat(DhcpReader.read(cut)).as("%d bytes", length).isEmpty();
            }
        }
    }

    @Test
    void joinsAnOptionThatComesInParts() {
        DhcpPacket packet = withOptions("3501 01 0c03 616263 0c02 6465 ff").orElseThrow();

        assertThat(packet.options().text(12)).isEqualTo("abcde");
    }

    @Test
    void findsOptionsInTheFieldsThatHoldThem() {
        byte[] bytes = bytes("350101 340101 ff");
        System.arraycopy(HexFormat.of().parseHex("0c0161ff"), 0, bytes, 108, 4);
        DhcpPacket packet = DhcpReader.read(ByteBuffer.wrap(bytes)).orElseThrow();

        assertThat(packet.options().text(12)).isEqualTo("a");
        assertThat(packet.file()).isEmpty();
    }

    @Test
    void aValueOfTheWrongLengthCountsAsAbsent() {
        DhcpOptions options =
                withOptions("3502 0101 3203 c0a80a 5d01 00 ff").orElseThrow().options();

        assertThat(options.octet(OptionCode.MESSAGE_TYPE)).isEmpty();
        assertThat(options.address(OptionCode.REQUESTED_ADDRESS)).isEmpty();
        assertThat(options.firstNumber(OptionCode.ARCHITECTURE)).isEmpty();
    }

    @Test
    void anOptionBeyondTheEndSpoilsThePacket() {
        assertThat(withOptions("350101 0cff 61")).isEmpty();
        assertThat(withOptions("350101 0c")).isEmpty();
    }

    @Test
    void unprintableTextIsNone() {
        assertThat(withOptions("3c03 0a0b0c ff").orElseThrow().options().text(60))
                .isEmpty();
    }

    @Test
    void groupAddressesAreNoMachines() {
        byte[] bytes = bytes("350101 ff");
        bytes[28] = 1;
        assertThat(DhcpReader.read(ByteBuffer.wrap(bytes))).isEmpty();
    }

    @Test
    void readsUserClassesWithAndWithoutTheirLength() {
        assertThat(userClass("4d04 69505845 ff")).isEqualTo("iPXE");
        assertThat(userClass("4d05 04 69505845 ff")).isEqualTo("iPXE");
        assertThat(userClass("4d00 ff")).isEmpty();
    }

    @Test
    void survivesAnything() throws Exception {
        byte[] real = Captured.packet("ipxe-request").array();
        Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] packet = real.clone();
            for (int flips = random.nextInt(6); flips >= 0; flips--) {
                packet[random.nextInt(packet.length)] = (byte) random.nextInt();
            }
            int length = random.nextInt(8) == 0 ? random.nextInt(packet.length) : packet.length;
            var result = DhcpReader.read(ByteBuffer.wrap(packet, 0, length));
            if (result.isPresent()) {
                read++;
                assertThat(BootClient.of(result.get()).machineId().length()).isIn(0, 36);
            }
        }
        assertThat(read).isBetween(10_000, 99_000);
    }

    private static String userClass(String options) {
        return BootClient.of(withOptions(options).orElseThrow()).userClass();
    }

    private static java.util.Optional<DhcpPacket> withOptions(String hex) {
        return DhcpReader.read(ByteBuffer.wrap(bytes(hex)));
    }

    /** A packet with no more than these options; the hardware address is a common one. */
    private static byte[] bytes(String options) {
        byte[] tail = HexFormat.of().parseHex(options.replace(" ", ""));
        ByteBuffer packet = ByteBuffer.allocate(PacketLayout.FIXED + tail.length);
        packet.put(new byte[] {1, 1, 6, 0}).position(28).put(HexFormat.of().parseHex("525400001000"));
        packet.position(236).putInt(PacketLayout.COOKIE).put(tail);
        return packet.array();
    }
}
