package fr.brume.web.netboot;

import fr.brume.domain.boot.BootAnswer;
import fr.brume.domain.boot.BootEvent;
import fr.brume.domain.boot.BootMachine;
import fr.brume.service.boot.journal.BootAdviceRow;
import fr.brume.service.boot.journal.BootDiagnosticsService;
import fr.brume.service.boot.journal.BootEventService;
import fr.brume.web.layout.Formats;
import fr.brume.web.layout.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What starting machines asked and were given, read anew every few seconds, with advice for the troubles that show. */
@Named("bootDiagnostics")
@ViewScoped
@SuppressWarnings("serial") // injected proxies live as long as the view
public class BootDiagnostics implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "netboot.Diagnostics";
    private static final int NAMED = 5;
    private static final Set<BootAnswer> BAD =
            EnumSet.of(BootAnswer.NOT_FOUND, BootAnswer.NO_LOADER, BootAnswer.REFUSED, BootAnswer.DOUBTED);

    @Inject
    private BootEventService service;

    @Inject
    private BootDiagnosticsService diagnostics;

    @Inject
    private Texts texts;

    @Inject
    private Formats formats;

    private EventRows events;
    private String filter;
    private Period period = Period.DAY;

    /** How far back the table goes. */
    public enum Period {
        HOUR(Duration.ofHours(1)),
        DAY(Duration.ofDays(1)),
        WEEK(Duration.ofDays(7)),
        ALL(Duration.ofDays(36_500));

        private final Duration length;

        Period(Duration length) {
            this.length = length;
        }
    }

    @PostConstruct
    void open() {
        events = new EventRows(
                service, () -> new EventRows.Choice(filter, Instant.now().minus(period.length)));
    }

    public EventRows getEvents() {
        return events;
    }

    /** One sentence for each trouble that shows now, with its moment and the machines, of which five are named. */
    public List<String> getAdvice() {
        return diagnostics.advice().stream().map(this::sentence).toList();
    }

    private String sentence(BootAdviceRow advice) {
        String sentence =
                texts.say(PAGE, "advice" + advice.trouble(), advice.arguments().toArray());
        String moment = formats.exactly(advice.at());
        List<String> subjects = advice.subjects();
        if (subjects.isEmpty()) {
            return texts.say(PAGE, "lately", sentence, moment);
        }
        String named = String.join(", ", subjects.subList(0, Math.min(NAMED, subjects.size())));
        return texts.say(PAGE, "machines", sentence, subjects.size(), named, subjects.size() - NAMED, moment);
    }

    /** Whether DHCP is not heard although the site wants it. */
    public boolean isDeaf() {
        return diagnostics.deaf().isPresent();
    }

    /** Whether the machine could not go on with this answer. */
    public boolean bad(BootEvent event) {
        return BAD.contains(event.getAnswer());
    }

    /** What is known of the machine's firmware and processor. */
    public String system(BootEvent event) {
        BootMachine machine = event.machine();
        return Stream.of(machine.firmware(), machine.architecture())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** What was answered: the file where there is one, else its kind. */
    public String answer(BootEvent event) {
        String kind = texts.domain(event.getAnswer().key());
        if (event.getGiven().isEmpty()) {
            return kind;
        }
        return event.getAnswer() == BootAnswer.FILE ? event.getGiven() : kind + " · " + event.getGiven();
    }

    public Period[] getPeriods() {
        return Period.values();
    }

    public String label(Period one) {
        return texts.of(PAGE).getString("period" + one);
    }

    public Period getPeriod() {
        return period;
    }

    public void setPeriod(Period period) {
        this.period = period;
    }

    public String getFilter() {
        return filter;
    }

    public void setFilter(String filter) {
        this.filter = filter;
    }
}
