package fr.brume.adapter.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.adapter.BrumeResourceAdapter;
import fr.brume.adapter.support.UnpooledConnections;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.link.LinkException;
import fr.brume.protocol.link.MachineLink;
import fr.brume.protocol.link.MachineLinkFactory;
import jakarta.resource.spi.ManagedConnection;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ManagedLinkFactoryTest {
    private final ManagedLinkFactory factory = withAdapter();

    private static ManagedLinkFactory withAdapter() {
        ManagedLinkFactory factory = new ManagedLinkFactory();
        factory.setResourceAdapter(new BrumeResourceAdapter());
        return factory;
    }

    @Test
    void aClosedHandleGivesItsConnectionBackOnce() throws Exception {
        UnpooledConnections connections = new UnpooledConnections();
        MachineLinkFactory links = (MachineLinkFactory) factory.createConnectionFactory(connections);

        MachineLink link = links.connect();
        assertThat(connections.lent()).isEqualTo(1);
        link.close();
        link.close();

        assertThat(connections.lent()).isZero();
        assertThatThrownBy(() -> link.wake(new MacAddress("08:00:27:4d:46:2b"))).isInstanceOf(LinkException.class);
    }

    @Test
    void anyOfItsConnectionsMatches() {
        ManagedConnection connection = factory.createManagedConnection(null, null);

        assertThat(factory.matchManagedConnections(Set.of(connection), null, null))
                .isSameAs(connection);
        assertThat(factory.matchManagedConnections(Set.of("other"), null, null)).isNull();
    }

    @Test
    void factoriesOfOneAdapterAreEqual() {
        BrumeResourceAdapter adapter = new BrumeResourceAdapter();
        ManagedLinkFactory other = new ManagedLinkFactory();
        factory.setResourceAdapter(adapter);
        other.setResourceAdapter(adapter);

        assertThat(factory).isEqualTo(other).hasSameHashCodeAs(other);
        other.setResourceAdapter(new BrumeResourceAdapter());
        assertThat(factory).isNotEqualTo(other);
    }

    @Test
    void aHandleMovesBetweenConnections() {
        ManagedLink first = (ManagedLink) factory.createManagedConnection(null, null);
        ManagedLink second = (ManagedLink) factory.createManagedConnection(null, null);
        Object handle = first.getConnection(null, null);

        second.associateConnection(handle);
        first.cleanup();
        assertThatThrownBy(() -> ((MachineLink) handle).closeListeners()).hasMessageContaining("stopped");
        second.cleanup();
        assertThatThrownBy(() -> ((MachineLink) handle).closeListeners()).hasMessageContaining("closed");
    }
}
