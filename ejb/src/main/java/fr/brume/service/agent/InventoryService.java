package fr.brume.service.agent;

import static fr.brume.domain.account.Role.Names.SYSTEM;

import fr.brume.domain.boot.AgentSession;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.InventoryAnswer;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.machine.HostService;
import fr.brume.service.machine.RegistrationService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;

/** Takes the inventory of a machine: registers it when it came for that, else stores it with the host that it is. */
@Stateless
@RolesAllowed(SYSTEM)
public class InventoryService {
    @EJB
    SessionTasks sessions;

    @EJB
    RegistrationService registration;

    @EJB
    HostService hosts;

    /** Stores the report. The name is empty for a machine that neither is a host nor came to become one. */
    public InventoryAnswer report(String sessionId, InventoryReport report) throws FailureException {
        AgentSession session = sessions.session(sessionId);
        if (session.getPurpose() == Purpose.REGISTER) {
            var registered = registration.register(report, new MacAddress(session.getMac()));
            boolean before = registered.host().getCreated().isBefore(session.getCreated());
            session.registeredAs(registered.host().getId());
            return new InventoryAnswer(registered.host().getName(), before, false);
        }
        if (session.getHostId() == null) {
            return new InventoryAnswer("", false, false);
        }
        registration.report(session.getHostId(), report);
        String name =
                hosts.find(session.getHostId()).map(host -> host.getName()).orElse("");
        return new InventoryAnswer(name, true, session.getTaskId() != null);
    }
}
