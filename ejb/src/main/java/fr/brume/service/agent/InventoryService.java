package fr.brume.service.agent;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.boot.AgentSession;
import fr.brume.domain.machine.Host;
import fr.brume.domain.setting.SettingKey;
import fr.brume.domain.task.TaskDraft;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.InventoryAnswer;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.machine.HostService;
import fr.brume.service.machine.RegistrationService;
import fr.brume.service.setting.SettingService;
import fr.brume.service.task.TaskService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.Optional;

/** Takes the inventory of a machine: registers it when it came for that, else stores it with the host that it is. */
@Stateless
@RolesAllowed(SYSTEM)
public class InventoryService {
    private static final System.Logger LOG = System.getLogger(InventoryService.class.getName());

    @EJB
    SessionTasks sessions;

    @EJB
    RegistrationService registration;

    @EJB
    HostService hosts;

    @EJB
    SettingService settings;

    @EJB
    TaskService tasks;

    /** Stores the report. The name is empty for a machine that neither is a host nor came to become one. */
    public InventoryAnswer report(String sessionId, InventoryReport told) throws FailureException {
        AgentSession session = sessions.session(sessionId);
        // A UUID that loaders do not see would only raise doubts at each start.
        InventoryReport report = session.getSystemUuid().isEmpty() ? told.withoutUuid() : told;
        if (session.getPurpose() == Purpose.REGISTER) {
            var registered = registration.register(report, new MacAddress(session.getMac()), false);
            boolean before = registered.host().getCreated().isBefore(session.getCreated());
            session.registeredAs(registered.host().getId());
            if (!registered.alreadyKnown()) {
                deployAtOnce(session, registered.host());
            }
            return new InventoryAnswer(
                    registered.host().getName(),
                    before,
                    session.getTaskId() != null,
                    registered.host().isPending());
        }
        if (session.getHostId() == null) {
            return new InventoryAnswer("", false, false, false);
        }
        registration.report(session.getHostId(), report);
        Optional<Host> host = hosts.find(session.getHostId());
        return new InventoryAnswer(
                host.map(Host::getName).orElse(""),
                true,
                session.getTaskId() != null,
                host.filter(Host::isPending).isPresent());
    }

    /** Where the site wants it, a machine that just became a host gets its image in the same boot. */
    private void deployAtOnce(AgentSession session, Host host) {
        if (!settings.is(SettingKey.REGISTRATION_DEPLOY) || host.getImage() == null || host.isPending()) {
            return;
        }
        try {
            session.take(
                    tasks.create(TaskDraft.now(host.getId(), TaskType.DEPLOY)).getId());
        } catch (InvalidInputException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} is registered, but not deployed: {1}",
                    host.getName(),
                    e.refusals());
        }
    }
}
