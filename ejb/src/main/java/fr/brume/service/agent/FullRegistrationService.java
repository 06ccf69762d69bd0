package fr.brume.service.agent;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.SYSTEM;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Messages;
import fr.brume.domain.Refusal;
import fr.brume.domain.boot.AgentSession;
import fr.brume.domain.image.Image;
import fr.brume.domain.machine.Host;
import fr.brume.domain.machine.HostDraft;
import fr.brume.domain.machine.HostGroup;
import fr.brume.domain.machine.HostLabels;
import fr.brume.domain.setting.SettingKey;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.agent.FieldRefusal;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.agent.RegistrationAnswer;
import fr.brume.protocol.agent.RegistrationForm;
import fr.brume.protocol.agent.RegistrationRequest;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.machine.GroupService;
import fr.brume.service.machine.HostService;
import fr.brume.service.machine.RegistrationService;
import fr.brume.service.setting.SettingService;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Registration with values that a person types at the machine: by anybody who can start it, in the role of the system, or
 * where the site wants a login, in the name of who logged in.
 */
@Stateless
@RolesAllowed({SYSTEM, ADMINISTRATOR, TECHNICIAN})
public class FullRegistrationService {
    @EJB
    SessionTasks sessions;

    @EJB
    HostService hosts;

    @EJB
    RegistrationService registration;

    @EJB
    SettingService settings;

    @EJB
    GroupService groupService;

    @Inject
    ImageChoices images;

    @Inject
    GroupChoices groups;

    @Resource
    SessionContext context;

    /**
     * What the machine asks.
     *
     * @param inventory of it, for the name to propose
     */
    public RegistrationForm form(String sessionId, InventoryReport inventory) throws FailureException {
        AgentSession session = session(sessionId);
        if (loginMissing()) {
            return new RegistrationForm("", "", List.of(), 0, true, List.of(), 0);
        }
        String known = host(session).map(Host::getName).orElse("");
        String name = registration.suggestName(inventory, new MacAddress(session.getMac()));
        long usual = registration.usualImage().map(Image::getId).orElse(0L);
        long group = registration.usualGroup().map(HostGroup::getId).orElse(0L);
        return new RegistrationForm(known, name, images.enabled(), usual, false, groups.all(), group);
    }

    /** What is wrong with these values. */
    public RegistrationAnswer check(String sessionId, RegistrationRequest request) throws FailureException {
        AgentSession session = allowed(sessionId);
        return refused(hosts.check(draft(session, request)));
    }

    /** Registers the machine; asking again answers with the host it has become. */
    public RegistrationAnswer register(String sessionId, RegistrationRequest request) throws FailureException {
        AgentSession session = allowed(sessionId);
        InventoryReport inventory = Optional.ofNullable(request.inventory())
                .orElseThrow(() -> new FailureException(Failure.PROTOCOL_ERROR, "inventory"));
        Optional<Host> known = host(session);
        if (known.isPresent()) {
            return answer(known.get());
        }
        if (request.groupId() != 0 && groupService.find(request.groupId()).isEmpty()) {
            return refused(List.of(Refusal.of("groupId", "refusal.group.gone")));
        }
        try {
            MacAddress booted = new MacAddress(session.getMac());
            registration.release(booted);
            Host host = hosts.create(draft(session, request));
            if (request.groupId() != 0) {
                groupService.add(request.groupId(), List.of(host.getId()));
            }
            if (context.isCallerInRole(SYSTEM)) {
                registration.holdWhereWanted(host);
            }
            registration.complete(host, inventory, booted);
            session.registeredAs(host.getId());
            return answer(host);
        } catch (InvalidInputException e) {
            return refused(e.refusals());
        }
    }

    private AgentSession session(String sessionId) throws FailureException {
        AgentSession session = sessions.session(sessionId);
        if (session.getPurpose() != Purpose.FULL_REGISTRATION) {
            throw new FailureException(
                    Failure.PROTOCOL_ERROR, session.getPurpose().name());
        }
        return session;
    }

    private AgentSession allowed(String sessionId) throws FailureException {
        if (loginMissing()) {
            throw new FailureException(Failure.LOGIN_REQUIRED);
        }
        return session(sessionId);
    }

    private boolean loginMissing() {
        return settings.is(SettingKey.REGISTRATION_LOGIN) && context.isCallerInRole(SYSTEM);
    }

    private Optional<Host> host(AgentSession session) {
        return Optional.ofNullable(session.getHostId()).flatMap(hosts::find);
    }

    private static HostDraft draft(AgentSession session, RegistrationRequest request) {
        return new HostDraft(
                request.name(),
                "",
                session.getMac(),
                List.of(),
                request.imageId() == 0 ? null : request.imageId(),
                request.productKey(),
                "",
                null,
                null,
                "",
                new HostLabels(request.primaryUser(), request.tag1(), request.tag2()));
    }

    private static RegistrationAnswer answer(Host host) {
        return new RegistrationAnswer(host.getName(), List.of(), host.isPending());
    }

    private RegistrationAnswer refused(List<Refusal> refusals) {
        Locale locale = settings.siteLocale();
        return new RegistrationAnswer(
                "",
                refusals.stream()
                        .map(refusal -> new FieldRefusal(refusal.field(), Messages.text(locale, refusal)))
                        .toList(),
                false);
    }
}
