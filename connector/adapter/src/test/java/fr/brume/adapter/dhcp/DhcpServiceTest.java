package fr.brume.adapter.dhcp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.adapter.inbound.DhcpActivation;
import fr.brume.adapter.support.BeanFactory;
import fr.brume.adapter.support.RunningAdapter;
import fr.brume.protocol.dhcp.DhcpPacket;
import fr.brume.protocol.dhcp.DhcpReader;
import fr.brume.protocol.dhcp.MessageType;
import fr.brume.protocol.link.BootOffer;
import fr.brume.protocol.link.DhcpHeard;
import fr.brume.protocol.link.DhcpListener;
import fr.brume.protocol.link.DhcpSettings;
import fr.brume.protocol.link.ListenerSettings;
import fr.brume.protocol.link.ListenerState;
import fr.brume.protocol.link.MachineLink;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DhcpServiceTest {
    private final BlockingQueue<DhcpHeard> heard = new LinkedBlockingQueue<>();
    private RunningAdapter adapter;
    private DatagramSocket machine;

    @BeforeEach
    void start() throws Exception {
        adapter = new RunningAdapter();
        adapter.adapter().endpointActivation(new BeanFactory<>(DhcpListener.class, this::hear), new DhcpActivation());
        machine = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        machine.setSoTimeout(5000);
    }

    @AfterEach
    void stop() {
        machine.close();
        adapter.close();
    }

    private List<BootOffer> hear(DhcpHeard packet) {
        heard.add(packet);
        if (packet.packet().transaction() == DhcpPackets.BROKEN) {
            throw new IllegalStateException("the database is away");
        }
        return packet.serverAddresses().stream()
                .map(server -> new BootOffer(server, server, "undionly.kpxe"))
                .toList();
    }

    @Test
    void listeningHearsAndSaysNothing() throws Exception {
        open(true, false);
        send("dhcp", DhcpPackets.discover("PXEClient:Arch:00000", 1));

        DhcpHeard packet = heard.poll(5, TimeUnit.SECONDS);
        assertThat(packet.packet().type()).contains(MessageType.DISCOVER);
        assertThat(packet.clientAddress()).isEqualTo("127.0.0.1");
        assertThat(packet.serverAddresses()).isEmpty();
        assertThat(silent()).isTrue();
    }

    @Test
    void theProxyOffersWhatTheApplicationSays() throws Exception {
        open(true, true);
        send("dhcp", DhcpPackets.discover("PXEClient:Arch:00000", 1));

        DhcpPacket offer = receive();
        assertThat(offer.type()).contains(MessageType.OFFER);
        assertThat(offer.next().text()).isEqualTo("127.0.0.1");
        assertThat(offer.bootFile()).isEqualTo("undionly.kpxe");
    }

    @Test
    void theProxysOwnPortAnswersARequest() throws Exception {
        open(false, true);
        send("dhcp", DhcpPackets.request("PXEClient:Arch:00000", 1));
        assertThat(heard.poll(5, TimeUnit.SECONDS).serverAddresses()).isEmpty();
        send("proxy", DhcpPackets.request("PXEClient:Arch:00000", 2));

        DhcpPacket answer = receive();
        assertThat(answer.type()).contains(MessageType.ACK);
        assertThat(answer.transaction()).isEqualTo(2);
    }

    @Test
    void ordinaryClientsAreNobodysBusiness() throws Exception {
        open(true, true);
        send("dhcp", DhcpPackets.discover("MSFT 5.0", 1));
        send("dhcp", ByteBuffer.wrap(new byte[700]));
        send("dhcp", DhcpPackets.discover("PXEClient", 2));

        assertThat(receive().transaction()).isEqualTo(2);
        assertThat(heard).hasSize(1);
    }

    @Test
    void aBeanThatFailsCostsOneAnswer() throws Exception {
        open(true, true);
        send("dhcp", DhcpPackets.discover("PXEClient", DhcpPackets.BROKEN));
        send("dhcp", DhcpPackets.discover("PXEClient", 2));

        assertThat(receive().transaction()).isEqualTo(2);
    }

    @Test
    void theProxyComesAndGoesWithoutDisturbingTheOthers() throws Exception {
        InetSocketAddress tftp;
        open(false, false);
        tftp = adapter.address("tftp");
        assertThat(protocols()).containsExactly("tftp", "transfer");

        open(true, true);
        assertThat(protocols()).containsExactly("tftp", "dhcp", "proxy", "transfer");
        open(false, false);
        assertThat(protocols()).containsExactly("tftp", "transfer");
        assertThat(adapter.address("tftp")).isEqualTo(tftp);
    }

    @Test
    void livesBesideAnotherThatSharesItsPort() throws Exception {
        try (DatagramSocket other = new DatagramSocket(null);
                MachineLink link = adapter.connect()) {
            other.setReuseAddress(true);
            other.bind(new InetSocketAddress(InetAddress.getByName("0.0.0.0"), 0));
            DhcpSettings dhcp = new DhcpSettings(true, false, other.getLocalPort(), 0);

            assertThat(link.open(new ListenerSettings("0.0.0.0", 0, 0, dhcp)))
                    .filteredOn(state -> state.protocol().equals("dhcp"))
                    .singleElement()
                    .matches(state -> state.open() && state.address().equals("0.0.0.0"));
        }
    }

    @Test
    void anOccupiedPortIsSaidAndStopsNothing() throws Exception {
        try (DatagramSocket occupied = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                MachineLink link = adapter.connect()) {
            DhcpSettings dhcp = new DhcpSettings(true, false, occupied.getLocalPort(), 0);
            List<ListenerState> states = link.open(new ListenerSettings("127.0.0.1", 0, 0, dhcp));

            assertThat(states).extracting(ListenerState::open).containsExactly(true, false, true);
            assertThat(states.get(1).reason()).isNotBlank();
        }
    }

    private void open(boolean listen, boolean proxy) throws Exception {
        try (MachineLink link = adapter.connect()) {
            link.open(new ListenerSettings("127.0.0.1", 0, 0, new DhcpSettings(listen, proxy, 0, 0)));
        }
    }

    private List<String> protocols() throws Exception {
        try (MachineLink link = adapter.connect()) {
            return link.listeners().stream().map(ListenerState::protocol).toList();
        }
    }

    private void send(String protocol, ByteBuffer packet) throws Exception {
        machine.send(new DatagramPacket(packet.array(), packet.limit(), adapter.address(protocol)));
    }

    private DhcpPacket receive() throws Exception {
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        machine.receive(packet);
        return DhcpReader.read(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()))
                .orElseThrow();
    }

    private boolean silent() throws Exception {
        machine.setSoTimeout(30);
        try {
            receive();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }
}
