package fr.brume.service.boot.ticket;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.boot.ticket.TicketArchive;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.boot.file.BootFolder;
import fr.brume.service.boot.site.BootSites;
import fr.brume.service.boot.site.ServerPin;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;

/** The second initrd of a boot: a ticket with what the agent must know to use it. */
@Stateless
@RolesAllowed(SYSTEM)
public class TicketArchives {
    @EJB
    TicketService tickets;

    @Inject
    BootSites sites;

    @Inject
    BootFolder folder;

    @Inject
    ServerPin pin;

    /**
     * Fetches a ticket.
     *
     * @param clientAddress of the loader
     * @param localAddress by which the request came
     * @throws FailureException when the ticket may not be fetched, or the server lacks its key or its boot files
     */
    public byte[] fetch(String ticketId, String clientAddress, String localAddress) throws FailureException {
        String serverPin;
        String environment;
        try {
            serverPin = pin.hex();
            environment = folder.environmentDigest();
        } catch (IOException e) {
            throw new FailureException(Failure.INTERNAL, e);
        }
        String ticket = tickets.fetch(ticketId, clientAddress);
        return archive(ticket, serverPin, environment, localAddress);
    }

    /** The length that each of them has, whatever the ticket. */
    public int length(String localAddress) {
        String digest = "0".repeat(64);
        String ticket = TicketText.newFor(TicketText.newId()).whole();
        return archive(ticket, digest, digest, localAddress).length;
    }

    private byte[] archive(String ticket, String serverPin, String environment, String localAddress) {
        String url = sites.reachedBy(localAddress).httpsUrl();
        return new TicketArchive(ticket, serverPin, url, environment).bytes();
    }
}
