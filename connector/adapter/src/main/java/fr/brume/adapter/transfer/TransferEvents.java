package fr.brume.adapter.transfer;

import fr.brume.adapter.inbound.EndpointException;
import fr.brume.adapter.inbound.Endpoints;
import fr.brume.adapter.loop.LogThrottle;
import fr.brume.adapter.loop.SerialTasks;
import fr.brume.adapter.loop.WorkerPool;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.link.TransferEvent;
import java.lang.System.Logger.Level;

/** Tells the application of one transfer's life, in order, on pool threads. Only a transfer whose key was proved has one. */
final class TransferEvents {
    private static final LogThrottle LOG = new LogThrottle(System.getLogger(TransferEvents.class.getName()));

    private final Endpoints endpoints;
    private final SerialTasks tasks;
    private final PeerIdentity identity;

    private interface Delivery {
        void run() throws EndpointException;
    }

    TransferEvents(Endpoints endpoints, WorkerPool pool, PeerIdentity identity) {
        this.endpoints = endpoints;
        this.tasks = new SerialTasks(pool);
        this.identity = identity;
    }

    void started(long taskId) {
        TransferEvent event = new TransferEvent(identity.id(), taskId, identity.toString(), 0, null);
        deliver(() -> endpoints.started(event));
    }

    /** The end; {@code failure} is null when it was orderly. */
    void ended(long taskId, long bytes, Failure failure) {
        TransferEvent event = new TransferEvent(identity.id(), taskId, identity.toString(), bytes, failure);
        deliver(() -> {
            if (failure == null) {
                endpoints.finished(event);
            } else {
                endpoints.failed(event);
            }
        });
    }

    private void deliver(Delivery delivery) {
        tasks.add(() -> {
            try {
                delivery.run();
            } catch (EndpointException e) {
                LOG.log("event", Level.WARNING, "The application did not take an event of " + identity.id(), e);
            }
        });
    }
}
