package fr.brume.service.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.account.AuditAction;
import fr.brume.domain.account.AuditEntry;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import fr.brume.service.audit.AuditService;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuditRetentionTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void forgetsWhatIsOlderThanTheSiteKeepsOneBatchAtATime() {
        try (TestDatabase database = new TestDatabase()) {
            database.run(em -> {
                for (int i = 0; i <= AuditRetention.BATCH; i++) {
                    em.persist(entry(NOW.minus(Duration.ofDays(366)), "old"));
                }
                em.persist(entry(NOW.minus(Duration.ofDays(364)), "kept"));
            });
            assertThat(forget(database)).isTrue();
            assertThat(forget(database)).isFalse();
            database.run(em -> assertThat(new TestBeans(em)
                            .get(AuditService.class)
                            .list(0, 10)
                            .rows())
                    .extracting(AuditEntry::getSubject)
                    .containsExactly("kept"));
        }
    }

    private static boolean forget(TestDatabase database) {
        return database.within(em -> new TestBeans(em).get(AuditRetention.class).forgetBatch(NOW));
    }

    private static AuditEntry entry(Instant at, String subject) {
        return new AuditEntry(at, "brume", AuditAction.LOGIN, subject, "", "");
    }
}
