package fr.brume.agent.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.agent.progress.Cancellation;
import fr.brume.agent.transfer.ServerPlace;
import fr.brume.agent.transfer.TransferLink;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.agent.Session;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.link.TransferGrant;
import org.junit.jupiter.api.Test;

/** A site that turns TLS on while a task is under way; here the one who asks for it cannot speak it. */
class TlsAskedForTest {
    @Test
    void theNextConnectionIsTlsAndNeverAgainBare() throws Exception {
        TransferGrant wanted = new TransferGrant.Refused(Failure.TLS_REQUIRED);
        try (LoopbackTransferServer server = new LoopbackTransferServer(wanted, 0, 0, () -> {})) {
            Session session = new Session("id", "a2V5", Purpose.TASK, "fr", server.port(), "win10", 1);
            TransferLink link = new TransferLink(new ServerPlace("127.0.0.1", "00".repeat(32)), session, false);
            assertThat(failure(link)).isEqualTo(Failure.TLS_FAILED);
            assertThat(server.connections).hasValue(2);
            assertThat(failure(link)).isEqualTo(Failure.TLS_FAILED);
            assertThat(server.connections).hasValue(3);
        }
    }

    private static Failure failure(TransferLink link) {
        return catchThrowableOfType(FailureException.class, () -> link.connect(new Cancellation()))
                .failure();
    }
}
