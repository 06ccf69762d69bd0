package fr.brume.adapter.outbound;

import fr.brume.protocol.link.LinkException;
import fr.brume.protocol.link.MachineLink;
import fr.brume.protocol.link.MachineLinkFactory;
import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ManagedConnectionFactory;
import javax.naming.Reference;

/** What stands in JNDI. Safe for threads. */
public class LinkConnectionFactory implements MachineLinkFactory, Referenceable {
    private static final long serialVersionUID = 1L;

    private final ManagedConnectionFactory factory;
    private final transient ConnectionManager manager;
    private Reference reference;

    LinkConnectionFactory(ManagedConnectionFactory factory, ConnectionManager manager) {
        this.factory = factory;
        this.manager = manager;
    }

    @Override
    public MachineLink connect() throws LinkException {
        try {
            return (MachineLink) manager.allocateConnection(factory, null);
        } catch (ResourceException e) {
            throw new LinkException("no connection with the resource adapter", e);
        }
    }

    @Override
    public Reference getReference() {
        return reference;
    }

    @Override
    public void setReference(Reference reference) {
        this.reference = reference;
    }
}
