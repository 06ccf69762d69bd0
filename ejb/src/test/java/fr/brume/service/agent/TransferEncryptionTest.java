package fr.brume.service.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.domain.setting.Setting;
import fr.brume.domain.setting.SettingKey;
import fr.brume.domain.task.Task;
import fr.brume.domain.task.TaskType;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.link.TransferHello;
import fr.brume.service.TestBeans;
import fr.brume.service.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The setting of TLS: what the machine is told, and what the transfer socket takes. */
class TransferEncryptionTest {
    @RegisterExtension
    private static final TestDatabase database = TestDatabase.emptied();

    @Test
    void aBareSocketIsRefusedWhereTheSiteWantsTls() {
        database.run(em -> {
            TestBeans beans = new TestBeans(em);
            em.persist(new Setting(SettingKey.TRANSFER_TLS, "true"));
            Task task = TransferServiceTest.task(em, TaskType.CAPTURE);
            assertThat(told(beans, task)).isTrue();
            TransferHello bare = new TransferHello("session" + task.getId(), "192.0.2.7");
            assertThat(refusal(beans, bare)).isEqualTo(Failure.TLS_REQUIRED);
            assertThat(refusal(beans, bare.over(true))).isNull();
        });
    }

    @Test
    void elsewhereBothAreTakenSinceTheSettingMayChangeUnderATask() {
        database.run(em -> {
            TestBeans beans = new TestBeans(em);
            em.persist(new Setting(SettingKey.TRANSFER_TLS, "false"));
            Task task = TransferServiceTest.task(em, TaskType.CAPTURE);
            assertThat(told(beans, task)).isFalse();
            TransferHello bare = new TransferHello("session" + task.getId(), "192.0.2.7");
            assertThat(refusal(beans, bare)).isNull();
            assertThat(refusal(beans, bare.over(true))).isNull();
        });
    }

    /** What the order of a task says. */
    private static boolean told(TestBeans beans, Task task) {
        try {
            return beans.get(TaskOrders.class).of(task, null).options().encrypted();
        } catch (FailureException e) {
            throw new AssertionError(e);
        }
    }

    /** Why a transfer is refused; null when it is not. */
    private static Failure refusal(TestBeans beans, TransferHello hello) {
        FailureException refused = catchThrowableOfType(
                FailureException.class, () -> beans.get(TransferService.class).grant(hello));
        return refused == null ? null : refused.failure();
    }
}
