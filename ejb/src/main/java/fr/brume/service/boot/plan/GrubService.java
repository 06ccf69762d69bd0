package fr.brume.service.boot.plan;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.boot.grub.GrubPath;
import fr.brume.protocol.fault.FailureException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.nio.charset.StandardCharsets;

/** Answers what GRUB asks below {@code /grub}, the same by TFTP and HTTP. */
@Stateless
@RolesAllowed(SYSTEM)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class GrubService {
    /** An empty list of modules. One line feed, because UEFI firmware may wait for ever for an answer without a body. */
    private static final String NO_MODULES = "\n";

    @EJB
    BootService boot;

    /**
     * The file behind a path.
     *
     * @param forLengthOnly whether just its length is wanted, which issues no ticket
     * @throws FailureException {@code BUSY} when too many machines start
     */
    public byte[] file(GrubPath path, boolean forLengthOnly, BootCaller caller, String localAddress)
            throws FailureException {
        return text(path, forLengthOnly, caller, localAddress).getBytes(StandardCharsets.US_ASCII);
    }

    private String text(GrubPath path, boolean forLengthOnly, BootCaller caller, String localAddress)
            throws FailureException {
        if (path instanceof GrubPath.Start) {
            return boot.grubStart(localAddress);
        }
        if (path instanceof GrubPath.ModuleList) {
            return NO_MODULES;
        }
        GrubPath.Machine machine = (GrubPath.Machine) path;
        return forLengthOnly
                ? boot.scriptWithoutTicket(machine.request(), localAddress)
                : boot.script(machine.request(), caller, localAddress);
    }
}
