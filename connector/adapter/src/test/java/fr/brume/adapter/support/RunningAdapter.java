package fr.brume.adapter.support;

import fr.brume.adapter.BrumeResourceAdapter;
import fr.brume.adapter.inbound.BootFileActivation;
import fr.brume.adapter.inbound.TransferActivation;
import fr.brume.adapter.outbound.ManagedLinkFactory;
import fr.brume.protocol.link.BootFileListener;
import fr.brume.protocol.link.DhcpSettings;
import fr.brume.protocol.link.LinkException;
import fr.brume.protocol.link.ListenerSettings;
import fr.brume.protocol.link.ListenerState;
import fr.brume.protocol.link.MachineLink;
import fr.brume.protocol.link.MachineLinkFactory;
import fr.brume.protocol.link.TransferListener;
import fr.brume.protocol.tls.ServerIdentity;
import jakarta.resource.ResourceException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** The adapter as a container runs it, with beans of the test's own, listening on free ports of loopback. */
public final class RunningAdapter implements AutoCloseable {
    private final BrumeResourceAdapter adapter = new BrumeResourceAdapter();
    private final ThreadContainer container = new ThreadContainer();
    private final MachineLinkFactory factory;

    public RunningAdapter() throws ResourceException {
        adapter.start(container);
        ManagedLinkFactory managed = new ManagedLinkFactory();
        managed.setResourceAdapter(adapter);
        factory = (MachineLinkFactory) managed.createConnectionFactory(new UnpooledConnections());
    }

    public RunningAdapter(BootFileListener bootFiles, TransferListener transfers) throws Exception {
        this();
        adapter.endpointActivation(new BeanFactory<>(BootFileListener.class, bootFiles), new BootFileActivation());
        adapter.endpointActivation(new BeanFactory<>(TransferListener.class, transfers), new TransferActivation());
    }

    public MachineLink connect() throws LinkException {
        return factory.connect();
    }

    public ThreadContainer container() {
        return container;
    }

    /** Opens both listeners; a port of 0 stands for any. */
    public List<ListenerState> open() throws LinkException {
        try (MachineLink link = connect()) {
            return link.open(new ListenerSettings("127.0.0.1", 0, 0));
        }
    }

    /** As {@link #open()}, with a key for TLS on the transfer port. */
    public List<ListenerState> open(ServerIdentity identity) throws LinkException {
        try (MachineLink link = connect()) {
            return link.open(new ListenerSettings("127.0.0.1", 0, 0, Optional.of(identity), DhcpSettings.NONE));
        }
    }

    /** Where a listener is bound. */
    public InetSocketAddress address(String protocol) throws LinkException {
        try (MachineLink link = connect()) {
            return link.listeners().stream()
                    .filter(state -> state.protocol().equals(protocol))
                    .map(state -> new InetSocketAddress(state.address(), state.port()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public BrumeResourceAdapter adapter() {
        return adapter;
    }

    @Override
    public void close() {
        adapter.stop();
    }
}
