package fr.brume.service.boot.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.domain.boot.BootIdentity;
import fr.brume.domain.boot.BootTicket;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TicketServiceTest {
    private static final BootIdentity MACHINE =
            new BootIdentity("08:00:27:00:00:01", "4c4c4544-0042-3510-8054-b4c04f4d3732");

    @RegisterExtension
    private static final TestDatabase database = TestDatabase.emptied();

    @Test
    void aFloodOfStrangersIsRefusedAndTasksGoOn() {
        database.run(em -> em.createNativeQuery("INSERT INTO BOOT_TICKET"
                        + " (ID, LOCK_VERSION, TICKET_HASH, PURPOSE, MAC, SYSTEM_UUID, CREATED_AT)"
                        + " SELECT 'stranger' || X, 1, 'hash', 'REGISTER', '08:00:27:00:00:02', '', ?"
                        + " FROM SYSTEM_RANGE(1, ?)")
                .setParameter(1, Instant.now().toEpochMilli())
                .setParameter(2, TicketService.MOST_WITHOUT_TASK)
                .executeUpdate());
        database.run(em -> {
            TicketService tickets = tickets(em);
            assertThatThrownBy(() -> tickets.issue(Purpose.REGISTER, MACHINE, null, null))
                    .isInstanceOfSatisfying(
                            FailureException.class, e -> assertThat(e.failure()).isEqualTo(Failure.BUSY));
            assertThat(issue(tickets, 7L)).isNotEmpty();
        });
    }

    @Test
    void forgetsTicketsThatNobodyCanUseAnyMore() {
        database.run(em -> em.persist(ticket("old", null, Instant.now().minus(Duration.ofHours(1)))));
        database.run(em -> issue(tickets(em), 7L));
        database.run(em -> assertThat(em.find(BootTicket.class, "old")).isNull());
    }

    @Test
    void aTicketIsForTheMachineWithItsUuid() {
        assertThat(redeem("44454C4C-4200-1035-8054-B4C04F4D3732")).isNull();
        assertThat(redeem("4c4c4544-0042-3510-8054-b4c04f4d3733")).isEqualTo(Failure.TICKET_WRONG_MACHINE);
    }

    private static Failure redeem(String uuid) {
        String id = database.within(em -> issue(tickets(em), 7L));
        return database.within(em -> {
            try {
                TicketService tickets = tickets(em);
                tickets.redeem(tickets.fetch(id, "192.0.2.7"), List.of(MACHINE.mac()), uuid, "192.0.2.7");
                return null;
            } catch (FailureException e) {
                return e.failure();
            }
        });
    }

    private static String issue(TicketService tickets, Long taskId) {
        try {
            return tickets.issue(Purpose.TASK, MACHINE, null, taskId);
        } catch (FailureException e) {
            throw new AssertionError(e);
        }
    }

    private static TicketService tickets(EntityManager em) {
        return new TestBeans(em).get(TicketService.class);
    }

    private static BootTicket ticket(String id, Long taskId, Instant at) {
        return new BootTicket(id, "hash", Purpose.REGISTER, MACHINE, null, taskId, at);
    }
}
