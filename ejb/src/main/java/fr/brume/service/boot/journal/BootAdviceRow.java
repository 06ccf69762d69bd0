package fr.brume.service.boot.journal;

import fr.brume.boot.diagnosis.BootAdvice;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A known trouble that starting machines show.
 *
 * @param trouble name of a {@link BootAdvice.Trouble}
 * @param subjects host names, else MAC addresses or addresses; none when it is the network's
 * @param at the latest moment that shows it
 * @param arguments of its sentence
 */
public record BootAdviceRow(String trouble, List<String> subjects, Instant at, List<String> arguments) {
    /** One row for machines that show the same; the first piece of advice is the latest. */
    static BootAdviceRow of(List<BootAdvice> same, UnaryOperator<String> name) {
        BootAdvice latest = same.get(0);
        List<String> subjects = same.stream()
                .map(BootAdvice::subject)
                .filter(subject -> !subject.isEmpty())
                .map(name)
                .distinct()
                .toList();
        return new BootAdviceRow(latest.trouble().name(), subjects, latest.at(), latest.arguments());
    }
}
