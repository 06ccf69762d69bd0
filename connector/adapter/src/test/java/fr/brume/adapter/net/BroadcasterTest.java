package fr.brume.adapter.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BroadcasterTest {
    @Test
    void knowsLoopbackAndOnlyIpv4() throws Exception {
        assertThat(LocalAddresses.all())
                .contains(InetAddress.getByName("127.0.0.1"))
                .allMatch(Inet4Address.class::isInstance);
    }

    @Test
    void neverBroadcastsOnLoopback() throws Exception {
        assertThat(LocalAddresses.broadcasting())
                .noneMatch(address -> address.getAddress().isLoopbackAddress());
    }

    @Test
    void countsWhatWent() {
        assertThat(Broadcaster.send(ByteBuffer.allocate(102), 9, Set.of())).isZero();
    }
}
