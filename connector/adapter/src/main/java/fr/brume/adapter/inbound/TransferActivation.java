package fr.brume.adapter.inbound;

/** Activates a bean that implements {@link fr.brume.protocol.link.TransferListener}; it has no properties. */
public class TransferActivation extends Activation {
    private static final long serialVersionUID = 1L;
}
