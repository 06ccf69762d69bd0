package fr.brume.adapter.inbound;

/** Activates a bean that implements {@link fr.brume.protocol.link.DhcpListener}; it has no properties. */
public class DhcpActivation extends Activation {
    private static final long serialVersionUID = 1L;
}
