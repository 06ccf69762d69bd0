package fr.brume.protocol.link;

import java.util.List;

/** Hears which machines boot; implemented by a message-driven bean, called on pool threads. */
public interface DhcpListener {
    /**
     * Takes note of a machine.
     *
     * @return what to offer it, one offer for each of its server addresses at most; never null
     */
    List<BootOffer> hear(DhcpHeard heard);
}
