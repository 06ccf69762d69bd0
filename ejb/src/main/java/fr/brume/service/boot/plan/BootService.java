package fr.brume.service.boot.plan;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.boot.Renderings;
import fr.brume.boot.grub.GrubRendering;
import fr.brume.boot.ipxe.IpxeRendering;
import fr.brume.boot.plan.BootPlan;
import fr.brume.boot.plan.BootRequest;
import fr.brume.boot.plan.BootRequest.Platform;
import fr.brume.boot.rendering.BootSite;
import fr.brume.domain.boot.BootIdentity;
import fr.brume.domain.machine.Host;
import fr.brume.domain.machine.MachineUuid;
import fr.brume.domain.machine.ShownIdentity;
import fr.brume.domain.task.Task;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.boot.journal.BootNotes;
import fr.brume.service.boot.menu.BootMenuService;
import fr.brume.service.boot.site.BootSites;
import fr.brume.service.boot.ticket.TicketService;
import fr.brume.service.machine.IdentityService;
import fr.brume.service.machine.IdentityService.Identified;
import fr.brume.service.task.MemtestTasks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** From what a loader says of its machine to the script it runs next. */
@Stateless
@RolesAllowed(SYSTEM)
public class BootService {
    @EJB
    IdentityService identities;

    @EJB
    TicketService tickets;

    @EJB
    BootMenuService menus;

    @EJB
    MemtestTasks memtests;

    @Inject
    MachineStates states;

    @Inject
    BootSites sites;

    @Inject
    BootNotes notes;

    /** A machine that starts, and what it does next. */
    private record Start(BootRequest request, KnownMachine machine, BootSite site, BootPlan plan) {
        String script(String ticketId) {
            return Renderings.of(site, request).render(plan, ticketId);
        }
    }

    /**
     * The script for this machine in the language of its loader; issues a ticket when it starts the agent.
     *
     * @param caller for the audit trail and the journal
     * @param localAddress by which the request came
     * @throws FailureException {@code BUSY} when too many machines start
     */
    public String script(BootRequest request, BootCaller caller, String localAddress) throws FailureException {
        Identified found = identities.meet(shown(request), caller.address());
        notes.identity(caller.protocol(), request, caller.address(), found);
        Start start = start(found, request, localAddress);
        start.machine().refused().ifPresent(memtests::refused);
        if (start.plan() instanceof BootPlan.Memtest) {
            start.machine().task().ifPresent(memtests::handedOut);
        }
        return start.script(start.plan() instanceof BootPlan.LoadEnvironment load ? issue(load.purpose(), start) : "");
    }

    /** The script that {@link #script} would give now, as long as that one, with a ticket that does not exist. */
    public String scriptWithoutTicket(BootRequest request, String localAddress) {
        return start(identities.identify(shown(request)), request, localAddress).script(TicketService.unusedId());
    }

    private Start start(Identified found, BootRequest request, String localAddress) {
        KnownMachine machine = states.of(found, request);
        BootSite site = sites.reachedBy(localAddress);
        return new Start(request, machine, site, BootPlan.of(machine.state(), request, menus.menu(site.locale())));
    }

    /** What every GRUB reads first. */
    public String grubStart(String localAddress) {
        return GrubRendering.start(sites.reachedBy(localAddress));
    }

    /** What iPXE gets by TFTP: the way to {@link #script}. */
    public String chainScript(String localAddress) {
        return new IpxeRendering(sites.reachedBy(localAddress), Platform.BIOS).chain();
    }

    private String issue(Purpose purpose, Start start) throws FailureException {
        BootIdentity machine = new BootIdentity(start.request().mac().text(), expectedUuid(purpose, start));
        Long hostId = start.machine().host().map(Host::getId).orElse(null);
        Long taskId = start.machine().task().map(Task::getId).orElse(null);
        return tickets.issue(purpose, machine, hostId, taskId);
    }

    /** A task is for the machine that was registered, not for whatever has its network card now or says its address. */
    private static String expectedUuid(Purpose purpose, Start start) {
        return start.machine()
                .host()
                .filter(known -> purpose == Purpose.TASK)
                .map(Host::getSystemUuid)
                .flatMap(MachineUuid::telling)
                .map(MachineUuid::text)
                .orElseGet(() -> uuid(start.request()));
    }

    private static ShownIdentity shown(BootRequest request) {
        return ShownIdentity.of(request.mac(), uuid(request));
    }

    private static String uuid(BootRequest request) {
        return request.uuid().map(MachineUuid::text).orElse("");
    }
}
