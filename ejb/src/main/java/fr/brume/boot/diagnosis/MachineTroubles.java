package fr.brume.boot.diagnosis;

import fr.brume.boot.diagnosis.BootAdvice.Trouble;
import fr.brume.domain.boot.BootAnswer;
import fr.brume.domain.boot.BootEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is wrong with the start of one machine. */
final class MachineTroubles {
    /** Longer than any loader takes from one request to the next. */
    static final Duration SILENCE = Duration.ofSeconds(60);

    private static final Duration LOOP = Duration.ofMinutes(10);
    /** Nearer than this it is one round: firmware asks for a size and then for the file. */
    private static final Duration ROUND = Duration.ofSeconds(5);

    private static final int ROUNDS = 4;
    private static final int UNANSWERED = 3;

    private static final Map<String, Trouble> LAST = Map.of(
            "shimx64.efi", Trouble.SHIM_LAST,
            "grubx64.efi", Trouble.GRUB_LAST,
            "snponly.efi", Trouble.UNSIGNED_LAST,
            "ipxe.efi", Trouble.UNSIGNED_LAST,
            "vmlinuz", Trouble.KERNEL_LAST);

    private MachineTroubles() {}

    static List<BootAdvice> of(MachineEvents machine, Instant now) {
        List<BootAdvice> advice = new ArrayList<>();
        notAsking(machine, now).ifPresent(advice::add);
        loop(machine).ifPresent(advice::add);
        latest(machine, BootAnswer.NOT_FOUND)
                .map(event -> advice(machine, Trouble.FILE_NOT_FOUND, event, event.getAsked()))
                .ifPresent(advice::add);
        latest(machine, BootAnswer.NO_LOADER)
                .map(event -> advice(
                        machine, Trouble.NO_LOADER, event, event.machine().architecture()))
                .ifPresent(advice::add);
        last(machine, now).ifPresent(advice::add);
        return advice;
    }

    /** It spoke to DHCP servers, and nothing came of it. */
    private static Optional<BootAdvice> notAsking(MachineEvents machine, Instant now) {
        List<BootEvent> asked = machine.asked();
        Instant since =
                asked.isEmpty() ? Instant.MIN : asked.get(asked.size() - 1).getAt();
        List<BootEvent> unheeded = machine.dhcp().stream()
                .filter(event -> event.getAt().isAfter(since))
                .toList();
        boolean taken = unheeded.stream()
                .anyMatch(
                        event -> DhcpWords.of(event).filter(DhcpWords::request).isPresent());
        if (unheeded.isEmpty() || !taken && unheeded.size() < UNANSWERED) {
            return Optional.empty();
        }
        BootEvent first = unheeded.get(0);
        BootEvent latest = unheeded.get(unheeded.size() - 1);
        boolean http = unheeded.stream()
                .allMatch(event -> DhcpWords.of(event).filter(DhcpWords::http).isPresent());
        return first.getAt().plus(SILENCE).isAfter(now)
                ? Optional.empty()
                : Optional.of(advice(machine, http ? Trouble.NO_HTTP_URL : Trouble.NO_NEXT_SERVER, latest));
    }

    /** The same file in round after round, and never a plan. */
    private static Optional<BootAdvice> loop(MachineEvents machine) {
        Map<String, List<BootEvent>> rounds = new HashMap<>();
        BootAdvice advice = null;
        for (BootEvent event : machine.asked()) {
            if (event.getAnswer() == BootAnswer.MENU || event.getAnswer() == BootAnswer.ENVIRONMENT) {
                rounds.clear();
                advice = null;
            } else if (event.getAnswer() == BootAnswer.FILE || event.getAnswer() == BootAnswer.SCRIPT) {
                List<BootEvent> same =
                        rounds.computeIfAbsent(event.getAsked() + " " + event.getAnswer(), k -> new ArrayList<>());
                int count = addRound(same, event);
                advice = count < ROUNDS
                        ? advice
                        : advice(machine, Trouble.LOOP, event, event.getAsked(), Integer.toString(count));
            }
        }
        return Optional.ofNullable(advice);
    }

    /** Adds an event unless it belongs to the round before; answers how many rounds are near enough to this one. */
    private static int addRound(List<BootEvent> same, BootEvent event) {
        same.removeIf(before -> before.getAt().isBefore(event.getAt().minus(LOOP)));
        Instant last =
                same.isEmpty() ? Instant.EPOCH : same.get(same.size() - 1).getAt();
        if (!event.getAt().isBefore(last.plus(ROUND))) {
            same.add(event);
        }
        return same.size();
    }

    private static Optional<BootEvent> latest(MachineEvents machine, BootAnswer answer) {
        return machine.all().stream()
                .filter(event -> event.getAnswer() == answer)
                .reduce((earlier, later) -> later);
    }

    /** What it got last must be followed by something. */
    private static Optional<BootAdvice> last(MachineEvents machine, Instant now) {
        List<BootEvent> asked = machine.asked();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        BootEvent event = asked.get(asked.size() - 1);
        Trouble trouble = LAST.get(event.getGiven());
        return trouble == null || event.getAt().plus(SILENCE).isAfter(now)
                ? Optional.empty()
                : Optional.of(advice(machine, trouble, event, event.getGiven()));
    }

    private static BootAdvice advice(MachineEvents machine, Trouble trouble, BootEvent event, String... arguments) {
        return new BootAdvice(trouble, machine.subject(), event.getAt(), List.of(arguments));
    }
}
