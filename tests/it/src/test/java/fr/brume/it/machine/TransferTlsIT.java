package fr.brume.it.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.it.portal.SharedServer;
import fr.brume.protocol.fault.Failure;
import fr.brume.test.server.BrumeServer;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** The transfer port of a whole server: TLS with the key whose pin stands in the ticket, beside bare sockets. */
class TransferTlsIT {
    private final BrumeServer server = SharedServer.get();

    @Test
    void theTransferPortShowsTheKeyOfTheTicket() {
        FakeMachine machine = new FakeMachine(server, "52:54:00:00:cd:01", "4c4c4544-0043-3510-8054-b4c04f4dcd01");
        String archive = machine.get(machine.ticketPath("register")).body();
        String pin = FakeMachine.fileIn(archive, "brume/pin");
        assertThat(TransferHello.answer(PinnedKey.context(pin).getSocketFactory(), server, "nobody"))
                .isEqualTo(Failure.UNAUTHORISED.code());
        assertThat(TransferHello.answer(server, "nobody")).isEqualTo(Failure.UNAUTHORISED.code());
        assertThatThrownBy(() ->
                        TransferHello.answer(PinnedKey.context("00".repeat(32)).getSocketFactory(), server, "nobody"))
                .hasCauseInstanceOf(SSLHandshakeException.class);
    }
}
