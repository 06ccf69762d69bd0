package fr.brume.service.boot;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.boot.grub.GrubPath;
import fr.brume.boot.ticket.TicketPath;
import fr.brume.domain.boot.BootProtocol;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.link.BootFileAnswer;
import fr.brume.protocol.link.BootFileRequest;
import fr.brume.service.boot.plan.BootCaller;
import fr.brume.service.boot.plan.GrubService;
import fr.brume.service.boot.ticket.TicketArchives;
import fr.brume.service.boot.ticket.TicketsSent;
import fr.brume.service.log.Refusals;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** What TFTP clients get that is made for the machine that asks: the configurations of GRUB, and tickets. */
@Stateless
@RolesAllowed(SYSTEM)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TftpScripts {
    private static final int NOT_FOUND = 1;
    private static final int NOT_DEFINED = 0;

    @EJB
    TicketArchives tickets;

    @EJB
    GrubService grub;

    @Inject
    TicketsSent sent;

    @Inject
    Refusals refusals;

    /** Whether what has this name is made; it does not lie in the boot folder. */
    static boolean made(String name) {
        return TicketPath.parse(name).isPresent() || GrubPath.parse(name).isPresent();
    }

    /** The answer; empty for what is not made but lies in the boot folder. */
    public Optional<BootFileAnswer> answer(BootFileRequest request) {
        Optional<TicketPath> ticket = TicketPath.parse(request.name());
        try {
            if (ticket.isPresent()) {
                return Optional.of(new BootFileAnswer.Made(archive(ticket.get(), request)));
            }
            Optional<GrubPath> path = GrubPath.parse(request.name());
            BootCaller caller = new BootCaller(BootProtocol.TFTP, request.clientAddress());
            return path.isPresent()
                    ? Optional.of(
                            new BootFileAnswer.Made(grub.file(path.get(), false, caller, request.serverAddress())))
                    : Optional.empty();
        } catch (FailureException e) {
            refusals.note(request.clientAddress(), ticket.isPresent() ? "a ticket" : "a boot script", e);
            return Optional.of(refusal(e));
        }
    }

    /** GRUB asks once and takes the data of the same request; a second one from the same port is the network's doing. */
    private byte[] archive(TicketPath path, BootFileRequest request) throws FailureException {
        TicketsSent.Fetch fetch = new TicketsSent.Fetch(path.ticketId(), request.clientAddress(), request.clientPort());
        Optional<byte[]> before = sent.find(fetch);
        if (before.isPresent()) {
            return before.get();
        }
        byte[] archive = tickets.fetch(path.ticketId(), request.clientAddress(), request.serverAddress());
        sent.keep(fetch, archive);
        return archive;
    }

    /** The cause of a refused ticket is in the audit trail; who may be an intruder learns nothing of it. */
    private static BootFileAnswer refusal(FailureException cause) {
        return cause.failure().retriable()
                ? new BootFileAnswer.Refused(NOT_DEFINED, "Try again")
                : new BootFileAnswer.Refused(NOT_FOUND, "File not found");
    }
}
