package fr.brume.adapter.outbound;

import fr.brume.adapter.Engine;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.link.LinkException;
import fr.brume.protocol.link.ListenerSettings;
import fr.brume.protocol.link.ListenerState;
import fr.brume.protocol.link.MachineLink;
import fr.brume.protocol.link.TransferSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What the application holds. Safe for threads. A closed handle, or one of a stopped adapter, does nothing and shows nothing. */
final class LinkHandle implements MachineLink {
    private final AtomicReference<ManagedLink> link;

    LinkHandle(ManagedLink link) {
        this.link = new AtomicReference<>(link);
    }

    @Override
    public List<ListenerState> open(ListenerSettings settings) throws LinkException {
        return engine().open(settings);
    }

    @Override
    public void closeListeners() throws LinkException {
        engine().close();
    }

    @Override
    public List<ListenerState> listeners() {
        return running().map(Engine::listeners).orElse(List.of());
    }

    @Override
    public List<TransferSnapshot> transfers() {
        return running().map(Engine::transfers).orElse(List.of());
    }

    @Override
    public boolean cancel(String transferId) {
        return running().map(engine -> engine.cancel(transferId)).orElse(false);
    }

    @Override
    public void wake(MacAddress mac) throws LinkException {
        engine().wake(mac);
    }

    @Override
    public void close() {
        ManagedLink open = link.getAndSet(null);
        if (open != null) {
            open.closed(this);
        }
    }

    void moveTo(ManagedLink other) {
        ManagedLink before = link.getAndSet(other);
        if (before != null) {
            before.left(this);
        }
    }

    void invalidate() {
        link.set(null);
    }

    /** The engine; empty when the adapter is stopped, and nothing listens or moves any more. */
    private Optional<Engine> running() {
        try {
            return Optional.of(engine());
        } catch (LinkException e) {
            return Optional.empty();
        }
    }

    private Engine engine() throws LinkException {
        ManagedLink open = link.get();
        if (open == null) {
            throw new LinkException("this handle is closed");
        }
        return open.adapter().engine();
    }
}
