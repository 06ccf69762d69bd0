package fr.brume.it.machine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.it.portal.SharedServer;
import fr.brume.test.server.BrumeServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One boot, one ticket, one machine. */
class TicketIT {
    private static final String TICKET = "brume/ticket";

    private static BrumeServer server;

    @BeforeAll
    static void start() {
        server = SharedServer.get();
    }

    @Test
    void aMachineRegistersWithItsTicket() {
        FakeMachine machine = machine(1);
        assertThat(machine.script("").body()).startsWith("#!ipxe").contains("Machine NON enregistree !");
        HttpResponse<String> session = machine.open(ticket(machine));
        assertThat(session.statusCode()).isEqualTo(200);
        HttpResponse<String> answer = machine.inventory(bearer(session));
        assertThat(FakeMachine.field(answer.body(), "hostName"))
                .isEqualTo(machine.mac().replace(":", ""));
        assertThat(machine.script("").body()).contains("Machine enregistree : ");
    }

    @Test
    void theScriptHoldsNoSecret() {
        FakeMachine machine = machine(2);
        String script = machine.script("register").body();
        String ticket = FakeMachine.fileIn(machine.get(once(script)).body(), TICKET);
        assertThat(script).doesNotContain(ticket);
        assertThat(machine.get("/boot/ipxe?mac=52:54:00:00:aa:02").body()).doesNotContain(ticket);
    }

    @Test
    void askingForTheLengthSpendsNothing() {
        FakeMachine machine = machine(3);
        String path = machine.ticketPath("register");
        machine.head(path);
        machine.head(path);
        String ticket = FakeMachine.fileIn(machine.get(path).body(), TICKET);
        assertThat(machine.open(ticket).statusCode()).isEqualTo(200);
    }

    @Test
    void aSecondAddressVoidsTheTicket() throws IOException {
        FakeMachine machine = machine(4);
        String path = machine.ticketPath("register");
        String ticket = FakeMachine.fileIn(machine.get(path).body(), TICKET);
        assertThat(fetchFrom("127.0.0.9", path)).doesNotContain(ticket);
        assertThat(machine.open(ticket).statusCode()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void aTicketOpensOneSession() {
        FakeMachine machine = machine(5);
        String ticket = ticket(machine);
        assertThat(machine.open(ticket).statusCode()).isEqualTo(200);
        HttpResponse<String> again = machine.open(ticket);
        assertThat(again.statusCode()).isBetween(400, 499);
        assertThat(again.body()).contains("\"message\"").doesNotContain("Exception");
    }

    @Test
    void aTicketOfAnotherMachineIsRefused() {
        String ticket = ticket(machine(6));
        assertThat(machine(7).open(ticket).statusCode()).isBetween(400, 499);
    }

    @Test
    void aKeyOfAnotherSessionIsRefused() {
        HttpResponse<String> one = openOf(machine(8));
        HttpResponse<String> other = openOf(machine(9));
        String mixed = FakeMachine.field(one.body(), "id") + "." + FakeMachine.field(other.body(), "key");
        assertThat(machine(8).inventory(mixed).statusCode()).isEqualTo(401);
        assertThat(machine(8).inventory("nothing").statusCode()).isEqualTo(401);
        assertThat(machine(8).inventory("").statusCode()).isEqualTo(401);
    }

    @Test
    void nonsenseIsRefusedInWords() {
        FakeMachine machine = machine(10);
        String session = "/agent/v1/session";
        for (String body :
                new String[] {"", "{", "[]", "null", "{\"ticket\":1}", "\u0000\u0001", "x".repeat(300_000)}) {
            HttpResponse<String> answer = machine.post(server.securePortal(), session, "", body);
            assertThat(answer.statusCode()).as(body.length() + " characters").isBetween(400, 499);
            assertThat(answer.body()).doesNotContain("Exception", "jakarta", "fr.brume");
        }
        assertThat(machine.post(server.portal(), session, "", "{}").statusCode())
                .as("plain HTTP")
                .isBetween(400, 499);
    }

    @Test
    void bootFilesHaveNoWayOut() {
        FakeMachine machine = machine(11);
        assertThat(machine.get("/boot/file/environment.sha256").statusCode()).isEqualTo(200);
        for (String name : new String[] {"..%2F..%2Fbin%2Fstandalone.sh", "%2e%2e/x", "nothing", "licenses"}) {
            HttpResponse<String> answer = machine.get("/boot/file/" + name);
            assertThat(answer.statusCode()).as(name).isBetween(400, 499);
            assertThat(answer.body()).as("firmware hangs on an empty refusal").isNotEmpty();
        }
    }

    private static FakeMachine machine(int number) {
        String digits = String.format("%02x", number);
        return new FakeMachine(server, "52:54:00:00:aa:" + digits, "4c4c4544-0042-3510-8054-b4c04f4dbb" + digits);
    }

    private static HttpResponse<String> openOf(FakeMachine machine) {
        return machine.open(ticket(machine));
    }

    private static String bearer(HttpResponse<String> session) {
        return FakeMachine.field(session.body(), "id") + "." + FakeMachine.field(session.body(), "key");
    }

    private static String ticket(FakeMachine machine) {
        return FakeMachine.fileIn(machine.get(machine.ticketPath("register")).body(), TICKET);
    }

    private static String once(String script) {
        int begin = script.indexOf("/boot/once/");
        return script.substring(begin, script.indexOf(".cpio", begin) + 5);
    }

    private static String fetchFrom(String address, String path) throws IOException {
        try (Socket socket =
                new Socket("127.0.0.1", server.place().ports().http(), InetAddress.getByName(address), 0)) {
            String request = "GET " + path + " HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
