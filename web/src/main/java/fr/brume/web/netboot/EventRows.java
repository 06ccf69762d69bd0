package fr.brume.web.netboot;

import fr.brume.service.Page;
import fr.brume.service.boot.journal.BootEventQuery;
import fr.brume.service.boot.journal.BootEventRow;
import fr.brume.service.boot.journal.BootEventService;
import fr.brume.web.layout.PagedRows;
import java.time.Instant;
import java.util.function.Supplier;

/** Events as the database cuts and filters them. Not safe for threads; belongs to one view. */
@SuppressWarnings(
        "serial") // the service is a proxy that the container can serialise, the choice belongs to the same view
final class EventRows extends PagedRows<BootEventRow> {
    private static final long serialVersionUID = 1L;

    private final BootEventService service;
    private final Supplier<Choice> choice;

    /** What a person typed and chose above the table. */
    record Choice(String filter, Instant since) {}

    EventRows(BootEventService service, Supplier<Choice> choice) {
        this.service = service;
        this.choice = choice;
    }

    @Override
    protected Page<BootEventRow> fetch(Wish wish) {
        Choice chosen = choice.get();
        return service.list(new BootEventQuery(chosen.filter(), chosen.since(), wish.first(), wish.size()));
    }

    @Override
    protected Long id(BootEventRow row) {
        return row.event().getId();
    }
}
