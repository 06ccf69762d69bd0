package fr.brume.service.boot.journal;

import fr.brume.boot.client.KindDecision;
import fr.brume.boot.file.OptionalFiles;
import fr.brume.boot.grub.GrubPath;
import fr.brume.boot.plan.BootRequest;
import fr.brume.boot.ticket.TicketPath;
import fr.brume.domain.boot.BootAnswer;
import fr.brume.domain.boot.BootEvent;
import fr.brume.domain.boot.BootGround;
import fr.brume.domain.boot.BootMachine;
import fr.brume.domain.boot.BootProtocol;
import fr.brume.domain.machine.MachineUuid;
import fr.brume.protocol.link.BootFileAnswer;
import fr.brume.protocol.link.BootFileRequest;
import fr.brume.service.boot.client.BootMachines;
import fr.brume.service.boot.file.FirstFiles;
import fr.brume.service.machine.IdentityService.Identified;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Words what machines ask by TFTP and HTTP for the journal. Safe for threads. */
@ApplicationScoped
public class BootNotes {
    /** How a ticket's path is noted. */
    public static final String TICKET = "/boot/once";

    private static final String IDENTITY = "MAC, UUID";

    @Inject
    BootJournal journal;

    @Inject
    BootMachines machines;

    /** A file was asked by TFTP; {@code given} is the file that stood behind the name. */
    public void tftp(
            Instant start, BootFileRequest request, KindDecision decision, BootFileAnswer answer, String given) {
        BootMachine machine = machines.at(request.clientAddress());
        BootAnswer kind = answer(request.name(), answer, decision);
        BootGround ground = decision.asked() ? BootGround.of(decision.ground().name()) : ground(kind);
        String firmware = decision.asked() && machine.firmware().isEmpty()
                ? decision.kind().firmware()
                : "";
        journal.note(new BootEvent(
                        start,
                        firmware.isEmpty() ? machine : machine.running(firmware),
                        BootProtocol.TFTP,
                        request.name(),
                        kind,
                        answer instanceof BootFileAnswer.OnDisk ? given : "")
                .because(ground)
                .took(since(start)));
    }

    private static BootAnswer answer(String asked, BootFileAnswer answer, KindDecision decision) {
        if (answer instanceof BootFileAnswer.OnDisk) {
            return BootAnswer.FILE;
        }
        if (answer instanceof BootFileAnswer.Made) {
            return BootAnswer.SCRIPT;
        }
        if (answer.equals(FirstFiles.LEFT_ALONE)) {
            return BootAnswer.LEFT_ALONE;
        }
        return decision.noLoader() ? BootAnswer.NO_LOADER : missing(asked);
    }

    /** How to call it that there is no file of this name. */
    public static BootAnswer missing(String asked) {
        return OptionalFiles.contains(asked) ? BootAnswer.ABSENT : BootAnswer.NOT_FOUND;
    }

    /** Something made for the machine went out by TFTP, or was refused. */
    public void made(Instant start, BootFileRequest request, BootFileAnswer answer) {
        Optional<GrubPath> path = GrubPath.parse(request.name());
        if (path.isPresent() && answer instanceof BootFileAnswer.Made file) {
            grub(start, BootProtocol.TFTP, path.get(), request.clientAddress(), file.content());
        } else {
            BootAnswer kind = answer instanceof BootFileAnswer.Made ? BootAnswer.TICKET : BootAnswer.REFUSED;
            note(start, machines.at(request.clientAddress()), BootProtocol.TFTP, asked(request.name()), kind, "");
        }
    }

    /** The public id of a ticket opens it as long as nobody fetched it: it is no business of a journal. */
    private static String asked(String name) {
        return TicketPath.parse(name).isPresent() ? TICKET : name;
    }

    /** GRUB got one of its files; its lists of modules say nothing. */
    public void grub(Instant start, BootProtocol protocol, GrubPath path, String clientAddress, byte[] file) {
        if (path instanceof GrubPath.Machine machine) {
            plan(start, protocol, machine.request(), clientAddress, new String(file, StandardCharsets.US_ASCII));
        } else if (path instanceof GrubPath.Start) {
            note(start, machines.at(clientAddress), protocol, "/grub/grub.cfg", BootAnswer.SCRIPT, "");
        }
    }

    /** A loader asked its plan, said who it is, and got this script. */
    public void plan(Instant start, BootProtocol protocol, BootRequest request, String clientAddress, String script) {
        BootMachine machine = new BootMachine(
                request.mac().text(),
                clientAddress,
                request.uuid().map(MachineUuid::text).orElse(""),
                request.platform() == BootRequest.Platform.EFI ? "UEFI" : "BIOS",
                request.architecture());
        machines.seen(machine);
        String asked = request.loader().isGrub() ? "/grub/machine" : "/boot/ipxe";
        // Whatever starts the environment brings the ticket of its boot.
        BootAnswer answer = script.contains("/boot/once/") ? BootAnswer.ENVIRONMENT : BootAnswer.MENU;
        note(start, machine, protocol, asked, answer, "");
    }

    /** Who the machine was taken for, where that is in doubt and no task starts because of it. */
    public void identity(BootProtocol protocol, BootRequest request, String clientAddress, Identified found) {
        String why = found.doubt();
        if (!why.isEmpty()) {
            String uuid = request.uuid().map(MachineUuid::text).orElse("");
            doubted(protocol, new BootMachine(request.mac().text(), clientAddress, uuid, "", ""), IDENTITY, why);
        }
    }

    /** Something does not fit what is known of a machine; the sentence is in the site's language. */
    public void doubted(BootProtocol protocol, BootMachine machine, String asked, String why) {
        note(Instant.now(), machine, protocol, asked, BootAnswer.DOUBTED, why);
    }

    /** Something else was asked by HTTP. */
    public void http(Instant start, String clientAddress, String asked, BootAnswer answer, String given) {
        note(start, machines.at(clientAddress), BootProtocol.HTTP, asked, answer, given);
    }

    private void note(
            Instant start, BootMachine machine, BootProtocol protocol, String asked, BootAnswer answer, String given) {
        journal.note(new BootEvent(start, machine, protocol, asked, answer, given)
                .because(ground(answer))
                .took(since(start)));
    }

    private static BootGround ground(BootAnswer answer) {
        return switch (answer) {
            case MENU, ENVIRONMENT, TICKET -> BootGround.STATE;
            case DOUBTED -> BootGround.IDENTITY;
            case FILE, SCRIPT -> BootGround.NAME;
            default -> BootGround.NONE;
        };
    }

    private static long since(Instant start) {
        return Duration.between(start, Instant.now()).toMillis();
    }
}
