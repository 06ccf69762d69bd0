package fr.brume.service.boot;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.link.BootFileAnswer;
import fr.brume.protocol.link.BootFileRequest;
import fr.brume.service.boot.ticket.TicketArchives;
import fr.brume.service.boot.ticket.TicketsSent;
import fr.brume.service.log.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TftpTicketTest {
    private static final String NAME = "/boot/once/abc.cpio";

    private final List<String> fetches = new ArrayList<>();
    private final TftpScripts scripts = new TftpScripts();

    /** Gives another archive at each fetch, as the real one does, and allows one address. */
    private final class Tickets extends TicketArchives {
        @Override
        public byte[] fetch(String ticketId, String clientAddress, String localAddress) throws FailureException {
            fetches.add(ticketId + " " + clientAddress + " " + localAddress);
            if (!clientAddress.equals("10.0.0.1")) {
                throw new FailureException(Failure.TICKET_REUSED);
            }
            return new byte[] {(byte) fetches.size()};
        }
    }

    TftpTicketTest() {
        scripts.tickets = new Tickets();
        scripts.sent = new TicketsSent();
        scripts.refusals = new Refusals();
    }

    @Test
    void aRequestThatTheNetworkDoublesGetsTheSameTicket() {
        assertThat(content("10.0.0.1", 25308)).containsExactly(1);
        assertThat(content("10.0.0.1", 25308)).containsExactly(1);
        assertThat(fetches).containsExactly("abc 10.0.0.1 10.0.0.9");
    }

    @Test
    void anotherFetchOfTheSameMachineGetsANewOne() {
        assertThat(content("10.0.0.1", 25308)).containsExactly(1);
        assertThat(content("10.0.0.1", 25309)).containsExactly(2);
    }

    @Test
    void anotherAddressIsRefusedWithoutACause() {
        content("10.0.0.1", 25308);

        assertThat(answer("10.0.0.2", 25308)).hasValue(new BootFileAnswer.Refused(1, "File not found"));
        assertThat(fetches).hasSize(2);
    }

    @Test
    void otherFilesAreNotItsBusiness() {
        assertThat(scripts.answer(new BootFileRequest("vmlinuz", "10.0.0.1", 25308, "10.0.0.9", 1024, 0, true)))
                .isEmpty();
    }

    private byte[] content(String address, int port) {
        return ((BootFileAnswer.Made) answer(address, port).orElseThrow()).content();
    }

    private Optional<BootFileAnswer> answer(String address, int port) {
        return scripts.answer(new BootFileRequest(NAME, address, port, "10.0.0.9", 1024, 0, true));
    }
}
