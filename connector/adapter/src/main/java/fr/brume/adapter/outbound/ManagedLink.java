package fr.brume.adapter.outbound;

import fr.brume.adapter.BrumeResourceAdapter;
import jakarta.resource.NotSupportedException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionMetaData;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;

/** A connection of the container's pool. It is only a name for the engine, without a state of its own. */
final class ManagedLink implements ManagedConnection {
    private final BrumeResourceAdapter adapter;
    private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
    private final Set<LinkHandle> handles = ConcurrentHashMap.newKeySet();
    private PrintWriter logWriter;

    ManagedLink(BrumeResourceAdapter adapter) {
        this.adapter = adapter;
    }

    BrumeResourceAdapter adapter() {
        return adapter;
    }

    @Override
    public Object getConnection(Subject subject, ConnectionRequestInfo info) {
        LinkHandle handle = new LinkHandle(this);
        handles.add(handle);
        return handle;
    }

    /** The application has closed its handle: the container may lend this connection again. */
    void closed(LinkHandle handle) {
        handles.remove(handle);
        ConnectionEvent event = new ConnectionEvent(this, ConnectionEvent.CONNECTION_CLOSED);
        event.setConnectionHandle(handle);
        listeners.forEach(listener -> listener.connectionClosed(event));
    }

    @Override
    public void associateConnection(Object connection) {
        LinkHandle handle = (LinkHandle) connection;
        handle.moveTo(this);
        handles.add(handle);
    }

    /** The handle goes to another connection of the pool. */
    void left(LinkHandle handle) {
        handles.remove(handle);
    }

    @Override
    public void cleanup() {
        handles.forEach(LinkHandle::invalidate);
        handles.clear();
    }

    @Override
    public void destroy() {
        cleanup();
        listeners.clear();
    }

    @Override
    public void addConnectionEventListener(ConnectionEventListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeConnectionEventListener(ConnectionEventListener listener) {
        listeners.remove(listener);
    }

    @Override
    public XAResource getXAResource() throws NotSupportedException {
        throw new NotSupportedException("without transactions");
    }

    @Override
    public LocalTransaction getLocalTransaction() throws NotSupportedException {
        throw new NotSupportedException("without transactions");
    }

    @Override
    public ManagedConnectionMetaData getMetaData() {
        return new LinkMetaData();
    }

    @Override
    public void setLogWriter(PrintWriter writer) {
        logWriter = writer;
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }
}
