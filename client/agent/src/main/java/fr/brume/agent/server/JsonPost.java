package fr.brume.agent.server;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.tls.PinnedTrust;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/** Makes the POST requests of the agent: base address, pinned key, deadlines. Safe for threads. */
final class JsonPost {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int READ_MILLIS = 60_000;
    /** One for all: making it is slow, and it is safe for threads. */
    static final Jsonb JSON = JsonbBuilder.create();

    static {
        // The JDK sends a POST again by itself when a connection breaks: that would redeem a ticket twice.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    private final URI base;
    private final SSLSocketFactory sockets;

    JsonPost(URI base, String pin) {
        this.base = base;
        this.sockets = new PinnedTrust(pin).socketFactory();
    }

    /**
     * A request on which nothing was sent yet.
     *
     * @param path below {@code /agent/v1/}
     * @param bearer value of the Authorization header; empty for none
     * @param message body; null for an empty one
     */
    JsonCall prepare(String path, String bearer, Object message) throws FailureException {
        byte[] body = message == null ? new byte[0] : JSON.toJson(message).getBytes(StandardCharsets.UTF_8);
        try {
            HttpsURLConnection connection = (HttpsURLConnection)
                    base.resolve("/agent/v1/" + path).toURL().openConnection();
            connection.setSSLSocketFactory(sockets);
            // The pin says who the server is; its certificate bears no name that a machine could check.
            connection.setHostnameVerifier((name, tls) -> true);
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            headers(connection, bearer, body.length);
            return new JsonCall(connection, body, JSON);
        } catch (IOException e) {
            throw new FailureException(Failure.SERVER_LOST, e);
        }
    }

    private static void headers(HttpsURLConnection connection, String bearer, int length) throws IOException {
        connection.setDoOutput(true);
        connection.setRequestMethod("POST");
        connection.setFixedLengthStreamingMode(length);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setRequestProperty("Accept", "application/json, application/octet-stream");
        if (!bearer.isEmpty()) {
            connection.setRequestProperty("Authorization", bearer);
        }
    }
}
