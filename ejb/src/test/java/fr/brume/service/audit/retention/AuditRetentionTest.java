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
import org.junit.jupiter.api.extension.RegisterExtension;

class AuditRetentionTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @RegisterExtension
    private static final TestDatabase database = new TestDatabase();

    @Test
    void forgetsWhatIsOlderThanTheSiteKeepsOneBatchAtATime() {
        database.run(em -> {
            em.persist(entry(Duration.ofDays(366), "old"));
            em.persist(entry(Duration.ofDays(368), "oldest"));
            em.persist(entry(Duration.ofDays(367), "older"));
            em.persist(entry(Duration.ofDays(364), "kept"));
        });
        assertThat(forget(2)).isTrue();
        assertThat(subjects()).containsExactlyInAnyOrder("old", "kept");
        assertThat(forget(2)).isFalse();
        assertThat(subjects()).containsExactly("kept");
    }

    private static boolean forget(int most) {
        return database.within(em -> new TestBeans(em).get(AuditRetention.class).forget(NOW, most));
    }

    private static Iterable<String> subjects() {
        return database.within(em -> new TestBeans(em)
                .get(AuditService.class).list(0, 10).rows().stream()
                        .map(AuditEntry::getSubject)
                        .toList());
    }

    private static AuditEntry entry(Duration age, String subject) {
        return new AuditEntry(NOW.minus(age), "brume", AuditAction.LOGIN, subject, "", "");
    }
}
