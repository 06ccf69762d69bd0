package fr.brume.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.adapter.support.RunningAdapter;
import fr.brume.protocol.link.LinkException;
import fr.brume.protocol.link.ListenerSettings;
import fr.brume.protocol.link.ListenerState;
import fr.brume.protocol.link.MachineLink;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdapterLifeCycleTest {
    @Test
    void bindsOnlyWhenAsked() throws Exception {
        try (RunningAdapter adapter = new RunningAdapter();
                MachineLink link = adapter.connect()) {
            assertThat(link.listeners()).isEmpty();

            List<ListenerState> opened = link.open(new ListenerSettings("127.0.0.1", 0, 0));

            assertThat(opened).extracting(ListenerState::protocol).containsExactly("tftp", "transfer");
            assertThat(opened).allMatch(state -> state.open() && state.port() > 0);
            assertThat(link.listeners()).isEqualTo(opened);
            assertThat(link.open(new ListenerSettings("127.0.0.1", 0, 0))).isEqualTo(opened);
        }
    }

    @Test
    void takesNoMoreThreadsThanTwoAndTheCores() throws Exception {
        try (RunningAdapter adapter = new RunningAdapter()) {
            assertThat(adapter.container().started())
                    .isEqualTo(2 + Runtime.getRuntime().availableProcessors());
        }
    }

    @Test
    void stoppingFreesPortsAndThreads() throws Exception {
        RunningAdapter adapter = new RunningAdapter();
        adapter.open();
        InetSocketAddress tftp = adapter.address("tftp");
        InetSocketAddress transfer = adapter.address("transfer");

        adapter.close();

        assertThat(adapter.container().running()).isZero();
        try (DatagramSocket udp = new DatagramSocket(tftp);
                ServerSocket tcp = new ServerSocket(transfer.getPort(), 1, transfer.getAddress())) {
            assertThat(udp.isBound() && tcp.isBound()).isTrue();
        }
    }

    @Test
    void aStoppedAdapterSaysSo() throws Exception {
        RunningAdapter adapter = new RunningAdapter();
        MachineLink link = adapter.connect();
        adapter.close();

        assertThatThrownBy(() -> link.open(new ListenerSettings("127.0.0.1", 0, 0)))
                .isInstanceOf(LinkException.class);
        assertThat(link.transfers()).isEmpty();
        assertThat(link.cancel("tftp-1")).isFalse();
        link.close();
    }

    @Test
    void anOccupiedPortDoesNotStopTheOther() throws Exception {
        try (RunningAdapter adapter = new RunningAdapter();
                MachineLink link = adapter.connect();
                DatagramSocket occupied = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            List<ListenerState> states = link.open(new ListenerSettings("127.0.0.1", occupied.getLocalPort(), 0));

            assertThat(states.get(0).open()).isFalse();
            assertThat(states.get(0).reason()).isNotBlank();
            assertThat(states.get(1).open()).isTrue();
        }
    }

    @Test
    void closingTheListenersAllowsOthers() throws Exception {
        try (RunningAdapter adapter = new RunningAdapter();
                MachineLink link = adapter.connect()) {
            link.open(new ListenerSettings("127.0.0.1", 0, 0));
            link.closeListeners();
            assertThat(link.listeners()).isEmpty();

            assertThat(link.open(new ListenerSettings("0.0.0.0", 0, 0)))
                    .anyMatch(state -> state.address().equals("127.0.0.1") && state.open())
                    .allMatch(state -> state.protocol().equals("transfer")
                            || !state.address().equals("0.0.0.0"));
        }
    }

    @Test
    void anUnknownNameIsRefused() throws Exception {
        try (RunningAdapter adapter = new RunningAdapter();
                MachineLink link = adapter.connect()) {
            assertThatThrownBy(() -> link.open(new ListenerSettings("no such host", 0, 0)))
                    .isInstanceOf(LinkException.class);
        }
    }
}
