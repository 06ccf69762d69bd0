package fr.brume.adapter.datagram;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.adapter.net.Datagrams;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import org.junit.jupiter.api.Test;

class ChannelSocketTest extends PacketSocketContract {
    @Override
    PacketSockets sockets() {
        return new PacketSockets(false, true);
    }

    @Test
    void isTheKindForTheOtherFamily() throws IOException {
        try (DatagramChannel channel = Datagrams.bind(new InetSocketAddress("::1", 0));
                PacketSocket<String> socket = new PacketSockets().of(channel, e -> {})) {
            assertThat(socket).isInstanceOf(ChannelSocket.class);
        }
    }
}
