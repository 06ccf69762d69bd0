package fr.brume.protocol.link;

/** Resolves what a TFTP client asks for; implemented by a message-driven bean, called on pool threads. */
public interface BootFileListener {
    /** The answer to one read request; never null. */
    BootFileAnswer resolve(BootFileRequest request);
}
