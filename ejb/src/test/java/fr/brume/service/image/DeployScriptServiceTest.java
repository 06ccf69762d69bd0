package fr.brume.service.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.account.AuditAction;
import fr.brume.domain.image.DeployScript;
import fr.brume.protocol.agent.StepScript;
import fr.brume.protocol.agent.StepScript.ScriptMoment;
import fr.brume.service.TestDatabase;
import fr.brume.service.audit.AuditService;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeployScriptServiceTest {
    @RegisterExtension
    private static final TestDatabase database = TestDatabase.emptied();

    private final List<String> audited = new ArrayList<>();

    @Test
    void aFileBecomesAnOrderAndIsAudited() {
        database.run(em -> store(em, "C:\\scripts\\20-name.sh", "echo un\r\necho deux\r\n", ScriptMoment.AFTER_DEPLOY));
        database.run(em -> store(em, "10-disk.sh", "true\n", ScriptMoment.BEFORE_DEPLOY));
        database.run(em -> assertThat(service(em).orders())
                .containsExactly(
                        new StepScript("10-disk.sh", ScriptMoment.BEFORE_DEPLOY, "true\n"),
                        new StepScript("20-name.sh", ScriptMoment.AFTER_DEPLOY, "echo un\necho deux\n")));
        assertThat(audited).containsExactly("CREATED script 20-name.sh", "CREATED script 10-disk.sh");
    }

    @Test
    void aFileOfTheSameNameReplacesAndADisabledOneDoesNotRun() {
        database.run(em -> store(em, "a.sh", "false", ScriptMoment.AFTER_DEPLOY));
        database.run(em -> store(em, "a.sh", "true", ScriptMoment.AFTER_DEPLOY));
        database.run(em -> {
            DeployScript only = service(em).list().get(0);
            assertThat(only.getContent()).isEqualTo("true");
            assertThat(only.getUploadedBy()).isEqualTo("claire");
            enable(em, only.getId());
        });
        database.run(em -> assertThat(service(em).orders()).isEmpty());
        assertThat(audited).endsWith("CHANGED script a.sh", "CHANGED script a.sh");
    }

    @Test
    void whatIsNoScriptIsRefused() {
        database.run(em -> {
            refused(em, "../a b.sh", "true".getBytes(StandardCharsets.US_ASCII), "refusal.script.name");
            refused(em, "a.sh", null, "refusal.script.content");
            refused(em, "a.sh", new byte[] {(byte) 0xC3, 0x28}, "refusal.script.content");
            refused(em, "a.sh", "x".repeat(15001).getBytes(StandardCharsets.US_ASCII), "refusal.script.long");
        });
    }

    private void refused(EntityManager em, String name, byte[] content, String key) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> service(em).store(name, content, ScriptMoment.AFTER_DEPLOY))
                .satisfies(e -> assertThat(e.refusals().get(0).messageKey()).isEqualTo(key));
    }

    private void store(EntityManager em, String name, String text, ScriptMoment moment) {
        try {
            service(em).store(name, text.getBytes(StandardCharsets.UTF_8), moment);
        } catch (InvalidInputException e) {
            throw new IllegalStateException(e);
        }
    }

    private void enable(EntityManager em, long id) {
        try {
            service(em).enable(id, false);
        } catch (InvalidInputException e) {
            throw new IllegalStateException(e);
        }
    }

    private DeployScriptService service(EntityManager em) {
        DeployScriptService service = new DeployScriptService();
        service.em = em;
        service.audit = new AuditService() {
            @Override
            public void record(AuditAction action, String subject, String detail) {
                audited.add(action + " " + subject);
            }

            @Override
            public String actor() {
                return "claire";
            }
        };
        return service;
    }
}
