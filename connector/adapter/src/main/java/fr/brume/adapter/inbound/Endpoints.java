package fr.brume.adapter.inbound;

import fr.brume.protocol.link.BootFileAnswer;
import fr.brume.protocol.link.BootFileListener;
import fr.brume.protocol.link.BootFileRequest;
import fr.brume.protocol.link.BootOffer;
import fr.brume.protocol.link.DhcpHeard;
import fr.brume.protocol.link.DhcpListener;
import fr.brume.protocol.link.TransferEvent;
import fr.brume.protocol.link.TransferGrant;
import fr.brume.protocol.link.TransferHello;
import fr.brume.protocol.link.TransferListener;
import jakarta.resource.NotSupportedException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.util.List;

/** The application's beans, as far as they are active. Safe for threads; every delivery may block. */
public final class Endpoints {
    private final Endpoint<BootFileListener> bootFiles = new Endpoint<>(BootFileListener.class);
    private final Endpoint<DhcpListener> dhcp = new Endpoint<>(DhcpListener.class);
    private final Endpoint<TransferListener> transfers = new Endpoint<>(TransferListener.class);

    public void activate(MessageEndpointFactory factory, ActivationSpec spec) throws NotSupportedException {
        of(spec).activate(factory);
    }

    public void deactivate(MessageEndpointFactory factory, ActivationSpec spec) {
        try {
            of(spec).deactivate(factory);
        } catch (NotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether all beans are there. */
    public boolean complete() {
        return bootFiles.active() && dhcp.active() && transfers.active();
    }

    public BootFileAnswer resolve(BootFileRequest request) throws EndpointException {
        return present(bootFiles.deliver("resolve", BootFileRequest.class, bean -> bean.resolve(request)));
    }

    public List<BootOffer> hear(DhcpHeard heard) throws EndpointException {
        return present(dhcp.deliver("hear", DhcpHeard.class, bean -> bean.hear(heard)));
    }

    public TransferGrant authorise(TransferHello hello) throws EndpointException {
        return present(transfers.deliver("authorise", TransferHello.class, bean -> bean.authorise(hello)));
    }

    public void started(TransferEvent event) throws EndpointException {
        transfers.deliver("started", TransferEvent.class, bean -> {
            bean.started(event);
            return true;
        });
    }

    public void finished(TransferEvent event) throws EndpointException {
        transfers.deliver("finished", TransferEvent.class, bean -> {
            bean.finished(event);
            return true;
        });
    }

    public void failed(TransferEvent event) throws EndpointException {
        transfers.deliver("failed", TransferEvent.class, bean -> {
            bean.failed(event);
            return true;
        });
    }

    private Endpoint<?> of(ActivationSpec spec) throws NotSupportedException {
        if (spec instanceof BootFileActivation) {
            return bootFiles;
        }
        if (spec instanceof DhcpActivation) {
            return dhcp;
        }
        if (spec instanceof TransferActivation) {
            return transfers;
        }
        throw new NotSupportedException("unknown activation: " + spec);
    }

    private static <R> R present(R answer) throws EndpointException {
        if (answer == null) {
            throw new EndpointException("the bean gave no answer", null);
        }
        return answer;
    }
}
