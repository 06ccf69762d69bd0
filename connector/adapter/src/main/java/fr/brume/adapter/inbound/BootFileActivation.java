package fr.brume.adapter.inbound;

/** Activates a bean that implements {@link fr.brume.protocol.link.BootFileListener}; it has no properties. */
public class BootFileActivation extends Activation {
    private static final long serialVersionUID = 1L;
}
