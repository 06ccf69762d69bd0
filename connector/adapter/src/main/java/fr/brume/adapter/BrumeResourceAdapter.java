package fr.brume.adapter;

import fr.brume.adapter.inbound.Endpoints;
import fr.brume.protocol.link.LinkException;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.WorkException;
import java.io.IOException;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicReference;
import javax.transaction.xa.XAResource;

/**
 * What the container starts and stops. Starting takes the threads; sockets are bound only when the application asks for it, once
 * its database is ready.
 */
public class BrumeResourceAdapter implements ResourceAdapter, Serializable {
    private static final long serialVersionUID = 1L;

    private final transient Endpoints endpoints = new Endpoints();
    private final transient AtomicReference<Engine> engine = new AtomicReference<>();

    @Override
    public void start(BootstrapContext context) throws ResourceAdapterInternalException {
        try {
            Engine fresh = new Engine(endpoints, Runtime.getRuntime().availableProcessors());
            if (!engine.compareAndSet(null, fresh)) {
                throw new ResourceAdapterInternalException("started twice");
            }
            fresh.start(context.getWorkManager());
        } catch (IOException | WorkException e) {
            stop();
            throw new ResourceAdapterInternalException("cannot start", e);
        }
    }

    @Override
    public void stop() {
        Engine running = engine.getAndSet(null);
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec) throws NotSupportedException {
        endpoints.activate(factory, spec);
    }

    @Override
    public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
        endpoints.deactivate(factory, spec);
    }

    @Override
    public XAResource[] getXAResources(ActivationSpec[] specs) throws ResourceException {
        return new XAResource[0];
    }

    /** Each adapter is only equal to itself; the container insists on the method's being here. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /**
     * What runs now.
     *
     * @throws LinkException when the adapter is stopped
     */
    public Engine engine() throws LinkException {
        Engine running = engine.get();
        if (running == null) {
            throw new LinkException("the resource adapter is stopped");
        }
        return running;
    }
}
