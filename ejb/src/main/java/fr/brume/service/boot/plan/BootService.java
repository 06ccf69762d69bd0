package fr.brume.service.boot.plan;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.boot.Renderings;
import fr.brume.boot.grub.GrubRendering;
import fr.brume.boot.ipxe.IpxeRendering;
import fr.brume.boot.plan.BootPlan;
import fr.brume.boot.plan.BootRequest;
import fr.brume.boot.plan.BootRequest.Platform;
import fr.brume.boot.plan.Loader;
import fr.brume.boot.plan.MachineState;
import fr.brume.boot.plan.MachineState.Waiting;
import fr.brume.boot.plan.MenuHeader;
import fr.brume.boot.rendering.BootSite;
import fr.brume.boot.ticket.TicketArchive;
import fr.brume.domain.boot.BootIdentity;
import fr.brume.domain.machine.Host;
import fr.brume.domain.machine.MachineUuid;
import fr.brume.domain.machine.ShownIdentity;
import fr.brume.domain.setting.SettingKey;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.boot.file.BootFolder;
import fr.brume.service.boot.journal.BootNotes;
import fr.brume.service.boot.menu.BootMenuService;
import fr.brume.service.boot.site.BootSites;
import fr.brume.service.boot.site.ServerPin;
import fr.brume.service.boot.site.SiteExit;
import fr.brume.service.boot.ticket.TicketService;
import fr.brume.service.boot.ticket.TicketText;
import fr.brume.service.machine.IdentityService;
import fr.brume.service.machine.IdentityService.Identified;
import fr.brume.service.setting.SettingService;
import fr.brume.service.task.MemtestTasks;
import fr.brume.service.task.TaskService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;

/** From what a loader says of its machine to the script it runs next. */
@Stateless
@RolesAllowed(SYSTEM)
public class BootService {
    @EJB
    IdentityService identities;

    @EJB
    TaskService tasks;

    @EJB
    TicketService tickets;

    @EJB
    SettingService settings;

    @EJB
    BootMenuService menus;

    @EJB
    MemtestTasks memtests;

    @Inject
    SiteExit exits;

    @Inject
    BootSites sites;

    @Inject
    BootFolder folder;

    @Inject
    ServerPin pin;

    @Inject
    BootNotes notes;

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
        Optional<Host> host = found.host();
        Optional<Task> waiting = waitingTask(found);
        Optional<Task> task = waiting.filter(due -> mayStart(due, request));
        BootSite site = sites.reachedBy(localAddress);
        BootPlan plan = plan(found, task, request, site);
        waiting.filter(due -> task.isEmpty()).ifPresent(memtests::refused);
        if (plan instanceof BootPlan.Memtest) {
            task.ifPresent(memtests::handedOut);
        }
        String ticket = plan instanceof BootPlan.LoadEnvironment load ? issue(load.purpose(), request, host, task) : "";
        return Renderings.of(site, request).render(plan, ticket);
    }

    /** The script that {@link #script} would give now, as long as that one, with a ticket that does not exist. */
    public String scriptWithoutTicket(BootRequest request, String localAddress) {
        Identified found = identities.identify(shown(request));
        BootSite site = sites.reachedBy(localAddress);
        Optional<Task> task = waitingTask(found).filter(due -> mayStart(due, request));
        BootPlan plan = plan(found, task, request, site);
        return Renderings.of(site, request).render(plan, TicketText.newId());
    }

    private BootPlan plan(Identified found, Optional<Task> task, BootRequest request, BootSite site) {
        return BootPlan.of(state(found, task, request.platform()), request, menus.menu(site.locale()));
    }

    private Optional<Task> waitingTask(Identified found) {
        return found.host().filter(host -> found.mayHaveTask()).flatMap(host -> tasks.waitingFor(host.getId()));
    }

    /** What every GRUB reads first. */
    public String grubStart(String localAddress) {
        return GrubRendering.start(sites.reachedBy(localAddress));
    }

    /** What iPXE gets by TFTP: the way to {@link #script}. */
    public String chainScript(String localAddress) {
        return new IpxeRendering(sites.reachedBy(localAddress), Platform.BIOS).chain();
    }

    /**
     * The second initrd of a boot.
     *
     * @param clientAddress of the loader
     * @throws FailureException when the ticket may not be fetched, or the server lacks its key or its boot files
     */
    public byte[] ticketArchive(String ticketId, String clientAddress, String localAddress) throws FailureException {
        String serverPin;
        String environment;
        try {
            serverPin = pin.hex();
            environment = folder.environmentDigest();
        } catch (IOException e) {
            throw new FailureException(Failure.INTERNAL, e);
        }
        String ticket = tickets.fetch(ticketId, clientAddress);
        String url = sites.reachedBy(localAddress).httpsUrl();
        return new TicketArchive(ticket, serverPin, url, environment).bytes();
    }

    /** The length that {@link #ticketArchive} has, whatever the ticket. */
    public int ticketArchiveLength(String localAddress) {
        String digest = "0".repeat(64);
        String ticket = TicketText.newFor(TicketText.newId()).whole();
        return new TicketArchive(ticket, digest, sites.reachedBy(localAddress).httpsUrl(), digest).bytes().length;
    }

    private String issue(Purpose purpose, BootRequest request, Optional<Host> host, Optional<Task> task)
            throws FailureException {
        BootIdentity machine = new BootIdentity(request.mac().text(), expectedUuid(purpose, request, host));
        Long hostId = host.map(Host::getId).orElse(null);
        return tickets.issue(purpose, machine, hostId, task.map(Task::getId).orElse(null));
    }

    /** A task is for the machine that was registered, not for whatever has its network card now or says its address. */
    private static String expectedUuid(Purpose purpose, BootRequest request, Optional<Host> host) {
        return host.filter(known -> purpose == Purpose.TASK)
                .map(Host::getSystemUuid)
                .flatMap(MachineUuid::telling)
                .map(MachineUuid::text)
                .orElseGet(() -> uuid(request));
    }

    private MachineState state(Identified found, Optional<Task> task, Platform platform) {
        Optional<Host> host = found.host();
        return new MachineState(
                header(found),
                settings.is(SettingKey.BOOT_REGISTRATION),
                waiting(task),
                exits.of(host, platform),
                kernelArguments(host));
    }

    private static MenuHeader header(Identified found) {
        if (found.host().isEmpty()) {
            return found.identity().ground().isDoubtful() ? new MenuHeader.Doubtful() : new MenuHeader.Unknown();
        }
        Host host = found.host().get();
        return host.isPending() ? new MenuHeader.Pending() : new MenuHeader.Registered(host.getName());
    }

    /** Those of the host behind the site's keyboard; the environment takes a French one when it is told nothing. */
    private String kernelArguments(Optional<Host> host) {
        String keymap = settings.get(SettingKey.CLIENT_KEYMAP);
        String keyboard = keymap.equals(SettingKey.CLIENT_KEYMAP.usual()) ? "" : "brume.keymap=" + keymap + " ";
        return (keyboard + host.map(Host::getKernelArguments).orElse("")).strip();
    }

    private static Waiting waiting(Optional<Task> task) {
        return task.map(due -> due.getType() == TaskType.MEMTEST ? Waiting.MEMTEST : Waiting.ENVIRONMENT)
                .orElse(Waiting.NOTHING);
    }

    /** Memtest86+ is not signed: where only signed programs start, the menu comes instead, with the reason. */
    private static boolean mayStart(Task task, BootRequest request) {
        return task.getType() != TaskType.MEMTEST || request.loader() != Loader.GRUB_LOCKED;
    }

    private static ShownIdentity shown(BootRequest request) {
        return ShownIdentity.of(request.mac(), uuid(request));
    }

    private static String uuid(BootRequest request) {
        return request.uuid().map(MachineUuid::text).orElse("");
    }
}
