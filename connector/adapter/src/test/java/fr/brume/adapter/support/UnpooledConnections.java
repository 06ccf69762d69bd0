package fr.brume.adapter.support;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** A connection manager that makes a connection for each handle, and destroys it when the handle is closed. */
public final class UnpooledConnections implements ConnectionManager {
    private static final long serialVersionUID = 1L;
    private final transient AtomicInteger lent = new AtomicInteger();

    /** Connections whose handle is open. */
    public int lent() {
        return lent.get();
    }

    @Override
    public Object allocateConnection(ManagedConnectionFactory factory, ConnectionRequestInfo info)
            throws ResourceException {
        ManagedConnection connection = factory.createManagedConnection(null, info);
        connection.addConnectionEventListener(new DestroyOnClose(connection));
        lent.incrementAndGet();
        return connection.getConnection(null, info);
    }

    private final class DestroyOnClose implements ConnectionEventListener {
        private final ManagedConnection connection;

        private DestroyOnClose(ManagedConnection connection) {
            this.connection = connection;
        }

        @Override
        public void connectionClosed(ConnectionEvent event) {
            lent.decrementAndGet();
            try {
                connection.destroy();
            } catch (ResourceException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void localTransactionStarted(ConnectionEvent event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void localTransactionCommitted(ConnectionEvent event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void localTransactionRolledback(ConnectionEvent event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void connectionErrorOccurred(ConnectionEvent event) {
            throw new UnsupportedOperationException();
        }
    }
}
