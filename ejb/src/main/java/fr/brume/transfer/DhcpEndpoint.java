package fr.brume.transfer;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.protocol.link.BootOffer;
import fr.brume.protocol.link.DhcpHeard;
import fr.brume.protocol.link.DhcpListener;
import fr.brume.service.boot.BootOfferService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import java.util.List;

/** Hears which machines speak to DHCP servers. */
@MessageDriven(name = "DhcpEndpoint", messageListenerInterface = DhcpListener.class)
@PermitAll
@RunAs(SYSTEM)
public class DhcpEndpoint implements DhcpListener {
    @EJB
    BootOfferService offers;

    @Override
    public List<BootOffer> hear(DhcpHeard heard) {
        return offers.hear(heard);
    }
}
