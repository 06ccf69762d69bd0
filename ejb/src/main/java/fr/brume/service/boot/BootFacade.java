package fr.brume.service.boot;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.boot.file.BootFileName;
import fr.brume.boot.grub.GrubPath;
import fr.brume.boot.plan.BootRequest;
import fr.brume.domain.boot.BootAnswer;
import fr.brume.domain.boot.BootProtocol;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.boot.file.BootFolder;
import fr.brume.service.boot.file.FirstFiles;
import fr.brume.service.boot.journal.BootNotes;
import fr.brume.service.boot.plan.BootCaller;
import fr.brume.service.boot.plan.BootService;
import fr.brume.service.boot.plan.GrubService;
import fr.brume.service.boot.ticket.TicketArchives;
import fr.brume.service.log.Refusals;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The way in for machines that have proved nothing: what a loader asks, done in the role of the system. */
@Stateless
@PermitAll
@RunAs(SYSTEM)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class BootFacade {
    @EJB
    BootService boot;

    @EJB
    GrubService grub;

    @EJB
    TicketArchives tickets;

    @EJB
    FirstFiles first;

    @Inject
    BootFolder folder;

    @Inject
    Refusals refusals;

    @Inject
    BootNotes notes;

    /**
     * The iPXE script for the machine that these parameters of {@code /boot/ipxe} describe.
     *
     * @throws FailureException {@code PROTOCOL_ERROR} with the name of a parameter that has no acceptable form; {@code BUSY} when too many
     *     machines start
     */
    public String script(Map<String, String> parameters, String clientAddress, String localAddress)
            throws FailureException {
        Instant start = Instant.now();
        try {
            BootRequest request = BootRequest.parse(parameters);
            String script = boot.script(request, new BootCaller(BootProtocol.HTTP, clientAddress), localAddress);
            notes.plan(start, BootProtocol.HTTP, request, clientAddress, script);
            return script;
        } catch (BootRequest.InvalidException e) {
            FailureException refusal = new FailureException(Failure.PROTOCOL_ERROR, e, e.getMessage());
            throw refusals.note(clientAddress, "a boot script", refusal);
        } catch (FailureException e) {
            throw refusals.note(clientAddress, "a boot script", e);
        }
    }

    /**
     * What GRUB gets under this path.
     *
     * @param forLengthOnly whether just its length is wanted, which issues no ticket
     * @return empty when there is nothing under it
     * @throws FailureException {@code BUSY} when too many machines start
     */
    public Optional<byte[]> grub(String path, boolean forLengthOnly, String clientAddress, String localAddress)
            throws FailureException {
        Instant start = Instant.now();
        Optional<GrubPath> asked = GrubPath.parse(path);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        BootCaller caller = new BootCaller(BootProtocol.HTTP, clientAddress);
        try {
            byte[] file = grub.file(asked.get(), forLengthOnly, caller, localAddress);
            if (!forLengthOnly) {
                notes.grub(start, BootProtocol.HTTP, asked.get(), clientAddress, file);
            }
            return Optional.of(file);
        } catch (FailureException e) {
            throw refusals.note(clientAddress, "a boot script", e);
        }
    }

    /** See {@link TicketArchives#fetch}. */
    public byte[] ticketArchive(String ticketId, String clientAddress, String localAddress) throws FailureException {
        Instant start = Instant.now();
        try {
            byte[] archive = tickets.fetch(ticketId, clientAddress, localAddress);
            notes.http(start, clientAddress, BootNotes.TICKET, BootAnswer.TICKET, "");
            return archive;
        } catch (FailureException e) {
            notes.http(start, clientAddress, BootNotes.TICKET, BootAnswer.REFUSED, "");
            throw refusals.note(clientAddress, "a ticket", e);
        }
    }

    /** How long every ticket's archive is that goes out by this address; tells nothing of any ticket. */
    public int ticketArchiveLength(String localAddress) {
        return tickets.length(localAddress);
    }

    /** A file of the boot folder by the name that was asked; empty when there is none, or when the machine is to go on to its disk. */
    public Optional<Path> file(String asked, String clientAddress) {
        Instant start = Instant.now();
        Optional<BootFileName> name = BootFileName.clean(asked);
        Optional<Path> file =
                name.filter(clean -> !first.leavesAlone(clean, clientAddress)).flatMap(folder::find);
        String plain = name.map(BootFileName::text).orElse("?");
        notes.http(
                start,
                clientAddress,
                plain,
                file.isPresent() ? BootAnswer.FILE : BootNotes.missing(plain),
                file.isPresent() ? plain : "");
        return file;
    }
}
