package fr.brume.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.boot.BootAnswer;
import fr.brume.domain.boot.BootEvent;
import fr.brume.domain.setting.SettingKey;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.dhcp.DhcpOptions;
import fr.brume.protocol.dhcp.DhcpPacket;
import fr.brume.protocol.dhcp.DhcpReader;
import fr.brume.protocol.dhcp.DhcpWriter;
import fr.brume.protocol.dhcp.Ipv4Address;
import fr.brume.protocol.dhcp.MessageType;
import fr.brume.protocol.dhcp.OptionCode;
import fr.brume.protocol.link.ListenerState;
import fr.brume.service.boot.journal.BootEventQuery;
import fr.brume.service.boot.journal.BootEventRow;
import fr.brume.service.boot.journal.BootEventService;
import fr.brume.service.link.Listeners;
import fr.brume.service.setting.SettingService;
import fr.brume.test.process.Await;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The listener hears a machine over a real socket, the journal keeps it, and the proxy answers once the site wants it. */
@ArquillianTest
class DhcpIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int EFI_X64 = 7;
    private static final int EFI_ARM64 = 11;

    @EJB
    private Listeners listeners;

    @Inject
    private SettingService settings;

    @Inject
    private BootEventService events;

    @Inject
    private AsAdministrator administrator;

    private DatagramSocket machine;

    @Deployment
    static Archive<?> application() {
        return BrumeArchive.with(DhcpIT.class, AsAdministrator.class, Await.class);
    }

    @BeforeEach
    void open() throws Exception {
        machine = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        machine.setSoTimeout((int) PATIENCE.toMillis());
    }

    @AfterEach
    void close() throws Exception {
        machine.close();
        proxy(false);
    }

    @Test
    void aMachineThatIsHeardStandsInTheJournal() throws Exception {
        String mac = send("dhcp", EFI_X64);

        BootEvent event = journal(mac);
        assertThat(event.getAnswer()).isEqualTo(BootAnswer.HEARD);
        assertThat(event.getAsked()).isEqualTo("PXE DISCOVER");
        assertThat(event.machine().firmware()).isEqualTo("UEFI");
        assertThat(event.machine().architecture()).isEqualTo("x86_64");
    }

    @Test
    void theProxyAnswersWhileTheSiteWantsIt() throws Exception {
        assertThat(states("proxy")).isEmpty();
        proxy(true);
        String mac = send("dhcp", EFI_X64);

        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        machine.receive(packet);
        DhcpPacket offer = DhcpReader.read(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()))
                .orElseThrow();
        assertThat(offer.type()).contains(MessageType.OFFER);
        assertThat(offer.bootFile()).isEqualTo("undionly.kpxe");
        assertThat(offer.next().text()).isEqualTo("127.0.0.1");
        assertThat(journal(mac).getAnswer()).isEqualTo(BootAnswer.OFFER);

        proxy(false);
        assertThat(states("proxy")).isEmpty();
    }

    @Test
    void aMachineForWhichNothingIsBuiltGetsNoOffer() throws Exception {
        proxy(true);
        String mac = send("dhcp", EFI_ARM64);

        assertThat(journal(mac).getAnswer()).isEqualTo(BootAnswer.NO_LOADER);
    }

    private void proxy(boolean wanted) throws Exception {
        administrator.call(() -> {
            settings.set(SettingKey.BOOT_DHCP_PROXY, Boolean.toString(wanted));
            return wanted;
        });
        listeners.follow();
    }

    private List<ListenerState> states(String protocol) {
        return listeners.states().stream()
                .filter(state -> state.protocol().equals(protocol))
                .toList();
    }

    /** Sends a DISCOVER of a new machine; answers its MAC address. */
    private String send(String protocol, int architecture) throws Exception {
        int number = (int) (System.nanoTime() & 0xFFFF);
        String mac = "0a:00:27:78:%02x:%02x".formatted(number >> 8, number & 0xFF);
        Map<Integer, byte[]> options = Map.of(
                OptionCode.MESSAGE_TYPE,
                new byte[] {1},
                OptionCode.ARCHITECTURE,
                new byte[] {0, (byte) architecture},
                OptionCode.VENDOR_CLASS,
                "PXEClient:Arch:00007:UNDI:003000".getBytes(StandardCharsets.US_ASCII));
        Ipv4Address none = Ipv4Address.NONE;
        ByteBuffer packet = DhcpWriter.write(new DhcpPacket(
                false, new MacAddress(mac), number, true, none, none, none, none, "", new DhcpOptions(options)));
        int port = states(protocol).get(0).port();
        machine.send(new DatagramPacket(
                packet.array(), packet.limit(), new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
        return mac;
    }

    private BootEvent journal(String mac) throws Exception {
        Await.until("event of " + mac, PATIENCE, () -> !rows(mac).isEmpty());
        return rows(mac).get(0).event();
    }

    private List<BootEventRow> rows(String mac) {
        try {
            return administrator
                    .call(() -> events.list(new BootEventQuery(mac, Instant.EPOCH, 0, 10)))
                    .rows();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
