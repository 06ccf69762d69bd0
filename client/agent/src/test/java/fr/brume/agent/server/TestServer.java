package fr.brume.agent.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import fr.brume.agent.boot.BootFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTPS server that answers every request with the same text and remembers what it got. */
final class TestServer implements AutoCloseable {
    final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpsServer server;
    private final String pin;
    private int status = 200;
    private String answer = "";

    TestServer(TestKey key) throws IOException, GeneralSecurityException {
        pin = key.pin();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(key.context()));
        server.createContext("/", this::handle);
        server.start();
    }

    void answer(int newStatus, String newAnswer) {
        status = newStatus;
        answer = newAnswer;
    }

    BootFiles boot() {
        return boot(pin);
    }

    BootFiles boot(String otherPin) {
        URI uri = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
        return new BootFiles("ticket-0123456789", otherPin, uri, "");
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + authorization + " " + body);
        if (status == 401) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Bearer");
        }
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
