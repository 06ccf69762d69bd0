package fr.brume.service.boot.journal;

import static fr.brume.domain.account.Role.Names.ADMINISTRATOR;
import static fr.brume.domain.account.Role.Names.TECHNICIAN;
import static fr.brume.domain.account.Role.Names.VIEWER;

import fr.brume.boot.diagnosis.BootAdvice;
import fr.brume.boot.diagnosis.BootSurroundings;
import fr.brume.domain.boot.BootEvent;
import fr.brume.protocol.link.ListenerState;
import fr.brume.service.link.Listeners;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is wrong with the network or with machines that start, as far as it shows. */
@Stateless
@RolesAllowed({ADMINISTRATOR, TECHNICIAN, VIEWER})
public class BootDiagnosticsService {
    private static final Duration LOOKED_AT = Duration.ofMinutes(30);
    private static final int MOST_EVENTS = 2000;

    @EJB
    BootEventService events;

    @EJB
    Listeners listeners;

    /** The troubles of the last half hour, the latest first. */
    public List<BootAdviceRow> advice() {
        Instant now = Instant.now();
        List<BootEvent> latest = events.since(now.minus(LOOKED_AT), MOST_EVENTS);
        List<BootAdvice> advice = BootAdvice.of(latest, surroundings(now));
        Map<String, String> names =
                events.hostNames(advice.stream().map(BootAdvice::subject).collect(Collectors.toSet()));
        Map<Object, List<BootAdvice>> same = advice.stream()
                .collect(Collectors.groupingBy(
                        each -> List.of(each.trouble(), each.arguments()), LinkedHashMap::new, Collectors.toList()));
        return same.values().stream()
                .map(each -> BootAdviceRow.of(each, subject -> names.getOrDefault(subject, subject)))
                .toList();
    }

    /** Why DHCP is not listened to although it should be; empty when it is, or need not be. */
    public Optional<String> deaf() {
        return states("dhcp").stream()
                .filter(Predicate.not(ListenerState::open))
                .map(ListenerState::reason)
                .findFirst();
    }

    /** Whether DHCP is listened to. */
    public boolean listening() {
        return states("dhcp").stream().anyMatch(ListenerState::open);
    }

    private BootSurroundings surroundings(Instant now) {
        List<ListenerState> tftp = states("tftp");
        Set<String> own = tftp.stream().map(ListenerState::address).collect(Collectors.toSet());
        boolean open = tftp.isEmpty() || tftp.stream().anyMatch(ListenerState::open);
        return new BootSurroundings(
                now,
                own,
                open,
                tftp.stream().mapToInt(ListenerState::port).findFirst().orElse(0));
    }

    private List<ListenerState> states(String protocol) {
        return listeners.states().stream()
                .filter(state -> state.protocol().equals(protocol))
                .toList();
    }
}
