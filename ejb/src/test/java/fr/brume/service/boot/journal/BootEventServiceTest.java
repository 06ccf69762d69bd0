package fr.brume.service.boot.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.boot.BootAnswer;
import fr.brume.domain.boot.BootEvent;
import fr.brume.domain.boot.BootMachine;
import fr.brume.domain.boot.BootProtocol;
import fr.brume.domain.machine.Host;
import fr.brume.protocol.MacAddress;
import fr.brume.service.Page;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BootEventServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final String MAC = "52:54:00:00:10:01";

    @RegisterExtension
    private static final TestDatabase database = TestDatabase.emptied();

    @BeforeEach
    void fill() {
        with(service -> {
            service.store(List.of(
                    event(NOW.minus(Duration.ofDays(40)), "", "old"),
                    event(NOW.minusSeconds(60), MAC, "undionly.kpxe"),
                    event(NOW, "", "x".repeat(300))));
            return 0;
        });
    }

    @Test
    void listsTheLatestFirstAndCutsWhatIsTooLong() {
        Page<BootEventRow> page = list("", Instant.EPOCH);

        assertThat(page.total()).isEqualTo(3);
        assertThat(page.rows().get(0).event().getAsked()).hasSize(255);
        assertThat(page.rows().get(2).event().getAsked()).isEqualTo("old");
    }

    @Test
    void filtersByWhatAPersonTypes() {
        assertThat(list("UNDION", Instant.EPOCH).total()).isEqualTo(1);
        assertThat(list("5254.0000.1001", Instant.EPOCH).total()).isEqualTo(1);
        assertThat(list("10.0.0.", Instant.EPOCH).total()).isEqualTo(3);
        assertThat(list("", NOW.minusSeconds(1)).total()).isEqualTo(1);
    }

    @Test
    void namesTheHost() {
        database.run(em -> em.persist(new Host("salle-2", new MacAddress(MAC), "brume", NOW)));

        Page<BootEventRow> page = list("salle", Instant.EPOCH);

        assertThat(page.rows()).singleElement().matches(row -> row.hostName().equals("salle-2") && row.hostId() > 0);
    }

    @Test
    void forgetsWhatIsOlderThanTheSiteWants() {
        with(service -> {
            service.clear(NOW);
            return 0;
        });

        assertThat(list("", Instant.EPOCH).total()).isEqualTo(2);
    }

    @Test
    void handsTheLatestToTheAdviceInTheirOrder() {
        List<BootEvent> events = with(service -> service.since(Instant.EPOCH, 2));

        assertThat(events).extracting(BootEvent::getAsked).element(0).isEqualTo("undionly.kpxe");
    }

    private static Page<BootEventRow> list(String filter, Instant since) {
        return with(service -> service.list(new BootEventQuery(filter, since, 0, 10)));
    }

    private static <T> T with(Function<BootEventService, T> work) {
        return database.within(em -> work.apply(new TestBeans(em).get(BootEventService.class)));
    }

    private static BootEvent event(Instant at, String mac, String asked) {
        BootMachine machine = new BootMachine(mac, "10.0.0.7", "", "BIOS", "i386");
        return new BootEvent(at, machine, BootProtocol.TFTP, asked, BootAnswer.FILE, "");
    }
}
