package fr.brume.protocol.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProxyAnswerTest {
    private static final Ipv4Address SERVER =
            Ipv4Address.parse("192.168.10.201").orElseThrow();

    @Test
    void offersAFileAndNoAddress() throws Exception {
        DhcpPacket discover = Captured.read("ipxe-discover");

        DhcpPacket offer = readBack(ProxyAnswer.to(discover, false, SERVER, SERVER, "boot.ipxe"));

        assertThat(offer.reply()).isTrue();
        assertThat(offer.type()).contains(MessageType.OFFER);
        assertThat(offer.transaction()).isEqualTo(discover.transaction());
        assertThat(offer.mac()).isEqualTo(discover.mac());
        assertThat(offer.offered().present()).isFalse();
        assertThat(offer.next()).isEqualTo(SERVER);
        assertThat(offer.bootFile()).isEqualTo("boot.ipxe");
        assertThat(offer.options().address(OptionCode.SERVER)).contains(SERVER);
        assertThat(offer.options().text(OptionCode.VENDOR_CLASS)).isEqualTo("PXEClient");
        assertThat(hex(offer, OptionCode.VENDOR)).isEqualTo("060108ff");
        assertThat(hex(offer, OptionCode.IPXE)).isEqualTo("010164");
    }

    @Test
    void theOfferIsTheSameByteForByte() throws Exception {
        DhcpPacket offer = ProxyAnswer.to(Captured.read("ipxe-discover"), false, SERVER, SERVER, "boot.ipxe")
                .orElseThrow();

        assertThat(DhcpWriter.write(offer)).isEqualTo(Captured.packet("proxy-offer"));
    }

    @Test
    void firmwareGetsNoPriorityOfIpxe() throws Exception {
        DhcpPacket offer =
                readBack(ProxyAnswer.to(Captured.read("edk2-discover"), false, SERVER, SERVER, "shimx64.efi"));

        assertThat(offer.options().bytes(OptionCode.IPXE)).isEmpty();
        assertThat(hex(offer, OptionCode.VENDOR)).isEqualTo("060108ff");
    }

    @Test
    void httpBootGetsItsClassAndAUrl() throws Exception {
        String url = "http://192.168.10.201:8080/boot/file/" + "long/".repeat(20) + "shimx64.efi";
        DhcpPacket offer =
                readBack(ProxyAnswer.to(Captured.read("edk2-http-discover"), false, SERVER, Ipv4Address.NONE, url));

        assertThat(offer.options().text(OptionCode.VENDOR_CLASS)).isEqualTo("HTTPClient");
        assertThat(offer.bootFile()).isEqualTo(url);
        assertThat(offer.options().bytes(OptionCode.VENDOR)).isEmpty();
    }

    @Test
    void aRequestIsAnsweredOnTheProxysPortOnly() throws Exception {
        DhcpPacket request = Captured.read("ipxe-request");

        assertThat(ProxyAnswer.to(request, false, SERVER, SERVER, "a")).isEmpty();
        assertThat(readBack(ProxyAnswer.to(request, true, SERVER, SERVER, "a")).type())
                .contains(MessageType.ACK);
    }

    @Test
    void ordinaryClientsAndServersAreLeftAlone() throws Exception {
        assertThat(ProxyAnswer.asked(Captured.read("offer-with-file"), false)).isFalse();
        assertThat(ProxyAnswer.asked(withoutClass(Captured.read("edk2-discover")), false))
                .isFalse();
    }

    @Test
    void aNameThatNoPacketCanHoldIsNotOffered() throws Exception {
        assertThat(ProxyAnswer.to(Captured.read("ipxe-discover"), false, SERVER, SERVER, "x".repeat(256)))
                .isEmpty();
    }

    private static DhcpPacket withoutClass(DhcpPacket packet) {
        var options = new java.util.HashMap<>(packet.options().values());
        options.remove(OptionCode.VENDOR_CLASS);
        return new DhcpPacket(
                packet.reply(),
                packet.mac(),
                packet.transaction(),
                packet.broadcast(),
                packet.client(),
                packet.offered(),
                packet.next(),
                packet.relay(),
                packet.file(),
                new DhcpOptions(options));
    }

    private static DhcpPacket readBack(Optional<DhcpPacket> packet) {
        return DhcpReader.read(DhcpWriter.write(packet.orElseThrow())).orElseThrow();
    }

    private static String hex(DhcpPacket packet, int code) {
        return HexFormat.of().formatHex(packet.options().bytes(code).orElseThrow());
    }
}
