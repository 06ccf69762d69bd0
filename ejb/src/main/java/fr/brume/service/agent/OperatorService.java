package fr.brume.service.agent;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Messages;
import fr.brume.domain.Refusal;
import fr.brume.domain.account.AuditAction;
import fr.brume.domain.boot.AgentSession;
import fr.brume.domain.machine.Host;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskDraft;
import fr.brume.domain.task.TaskState;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.DeployRequest;
import fr.brume.protocol.agent.HostAnswer;
import fr.brume.protocol.agent.ImageList;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.audit.AuditService;
import fr.brume.service.machine.ApprovalService;
import fr.brume.service.machine.HostService;
import fr.brume.service.machine.RegistrationService;
import fr.brume.service.setting.SettingService;
import fr.brume.service.task.TaskService;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/**
 * What a person who logged in at a machine does there, with their own rights and in their own name. Each only in a boot that
 * was started for it.
 */
@Stateless
@RolesAllowed({ADMINISTRATOR, TECHNICIAN})
public class OperatorService {
    @EJB
    SessionTasks sessions;

    @EJB
    HostService hosts;

    @EJB
    TaskService tasks;

    @EJB
    RegistrationService registration;

    @EJB
    ConfirmationService confirmations;

    @EJB
    ApprovalService approvals;

    @EJB
    SettingService settings;

    @EJB
    AuditService audit;

    @Inject
    ImageChoices images;

    @Resource
    SessionContext context;

    /** The images to choose from. */
    public ImageList images(String sessionId) throws FailureException {
        session(sessionId, Set.of(Purpose.DEPLOY_IMAGE));
        return new ImageList(images.deployable());
    }

    /**
     * Makes a task of this session: the machine gets the image, whether it was registered or not. Asking again changes nothing.
     *
     * @throws FailureException {@code INPUT_REFUSED} in words when there can be no such task; nothing has changed then
     */
    public HostAnswer deploy(String sessionId, DeployRequest request) throws FailureException {
        AgentSession session = session(sessionId, Set.of(Purpose.DEPLOY_IMAGE, Purpose.FULL_REGISTRATION));
        if (session.getTaskId() != null) {
            return hosts.find(session.getHostId()).map(OperatorService::answer).orElse(new HostAnswer(""));
        }
        try {
            Host host = host(session, request.inventory());
            hosts.assign(host.getId(), request.imageId());
            Task task = tasks.create(TaskDraft.now(host.getId(), TaskType.DEPLOY));
            session.take(task.getId());
            confirmations.confirmAtMachine(session);
            return answer(host);
        } catch (InvalidInputException e) {
            throw refused(e);
        }
    }

    private Host host(AgentSession session, InventoryReport inventory) throws FailureException {
        Optional<Host> known = Optional.ofNullable(session.getHostId()).flatMap(hosts::find);
        if (known.isPresent()) {
            return known.get();
        }
        if (inventory == null) {
            throw new FailureException(Failure.PROTOCOL_ERROR, "inventory");
        }
        Host made = registration
                .register(inventory, new MacAddress(session.getMac()), true)
                .host();
        session.registeredAs(made.getId());
        return made;
    }

    /** Vouches for this machine: the task of this boot may run on it. */
    public HostAnswer confirm(String sessionId) throws FailureException {
        AgentSession session = session(sessionId, Set.of(Purpose.TASK, Purpose.REGISTER));
        confirmations.confirmAtMachine(session);
        return hosts.find(session.getHostId()).map(OperatorService::answer).orElse(new HostAnswer(""));
    }

    /** Lets the host in that this machine is. */
    public HostAnswer approve(String sessionId) throws FailureException {
        AgentSession session = session(sessionId, Set.of(Purpose.APPROVE));
        try {
            return answer(approvals.approve(hostId(session)));
        } catch (InvalidInputException e) {
            throw refused(e);
        }
    }

    /** Changes the product key of the host that the machine is. */
    public HostAnswer changeProductKey(String sessionId, String key) throws FailureException {
        AgentSession session = session(sessionId, Set.of(Purpose.PRODUCT_KEY));
        try {
            return answer(hosts.changeProductKey(hostId(session), key == null ? "" : key));
        } catch (InvalidInputException e) {
            throw refused(e);
        }
    }

    /** Deletes the host that the machine is; asking again finds none. */
    public HostAnswer deleteHost(String sessionId) throws FailureException {
        AgentSession session = session(sessionId, Set.of(Purpose.QUICK_DELETE));
        try {
            String name = hosts.find(hostId(session)).map(Host::getName).orElse("");
            hosts.delete(hostId(session));
            return new HostAnswer(name);
        } catch (InvalidInputException e) {
            throw refused(e);
        }
    }

    /** Writes down who got a shell on which machine, chosen from its menu or asked for by a task. */
    public HostAnswer giveShell(String sessionId) throws FailureException {
        AgentSession session = session(sessionId, Set.of(Purpose.DEBUG, Purpose.TASK));
        if (session.getPurpose() == Purpose.TASK && !isShellTask(session)) {
            throw new FailureException(Failure.PROTOCOL_ERROR, Purpose.TASK.name());
        }
        String name = Optional.ofNullable(session.getHostId())
                .flatMap(hosts::find)
                .map(Host::getName)
                .orElse("");
        audit.record(AuditAction.SHELL_GIVEN, "machine " + session.getMac(), name);
        return new HostAnswer(name);
    }

    private boolean isShellTask(AgentSession session) {
        return tasks.find(session.getTaskId())
                .filter(task -> task.getType() == TaskType.DEBUG)
                .filter(task -> task.getState() == TaskState.IN_PROGRESS)
                .isPresent();
    }

    private AgentSession session(String sessionId, Set<Purpose> purposes) throws FailureException {
        AgentSession session = sessions.session(sessionId);
        if (!purposes.contains(session.getPurpose())) {
            throw new FailureException(
                    Failure.PROTOCOL_ERROR, session.getPurpose().name());
        }
        return session;
    }

    private long hostId(AgentSession session) throws InvalidInputException {
        return Optional.ofNullable(session.getHostId())
                .orElseThrow(() -> new InvalidInputException(Refusal.of("", "refusal.host.gone")));
    }

    private FailureException refused(InvalidInputException e) {
        String text = Messages.text(settings.siteLocale(), e.refusals().get(0));
        // Last: a transaction that is to be rolled back reads nothing any more.
        context.setRollbackOnly();
        return new FailureException(Failure.INPUT_REFUSED, e, text);
    }

    private static HostAnswer answer(Host host) {
        return new HostAnswer(host.getName());
    }
}
