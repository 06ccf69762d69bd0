package fr.brume.it.machine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An agent that says whatever a test wants, over TLS to the server of its ticket. Not thread-safe. */
final class Agent {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What a session is told. */
    record Key(String id, String key) {
        String bearer() {
            return id + "." + key;
        }
    }

    private final Loader.Once once;
    private final HttpClient client;

    Agent(Loader.Once once) {
        this.once = once;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(PinnedKey.context(once.pin()))
                .connectTimeout(PATIENCE)
                .build();
    }

    /** Shows the ticket. */
    HttpResponse<String> open(String mac) {
        return post(
                "session",
                "",
                BodyPublishers.ofString("{\"ticket\":\"" + once.ticket() + "\",\"macs\":[\"" + mac
                        + "\"],\"systemUuid\":\"\",\"agentVersion\":\"it\"}"));
    }

    /** Shows the ticket and reads the key. */
    Key session(String mac) {
        String answer = open(mac).body();
        return new Key(value(answer, "id"), value(answer, "key"));
    }

    /** Posts to an address of the interface of agents. */
    HttpResponse<String> post(String path, String bearer, BodyPublisher body) {
        return send(path, bearer, body, BodyHandlers.ofString());
    }

    /** Posts nothing, for a file. */
    byte[] bytes(String path, String bearer) {
        HttpResponse<byte[]> answer = send(path, bearer, BodyPublishers.noBody(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private <T> HttpResponse<T> send(String path, String bearer, BodyPublisher body, BodyHandler<T> handler) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(once.url() + "/agent/v1/" + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(body);
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new AssertionError(path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String value(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        if (!found.find()) {
            throw new AssertionError("no " + name + " in " + json);
        }
        return found.group(1);
    }
}
