package fr.brume.it.machine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.it.portal.SharedServer;
import fr.brume.test.process.Command;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body longer than anybody sends is refused in the words of whoever is asked, and is read to its end before the next request. */
class LongBodyIT {
    private static final String MAC = "0a:00:27:55:00:09";
    private static final int LENGTH = 10 << 20;
    private static final String AGENT = "/agent/v1/session";
    private static final String BOOT = "/boot/ipxe";
    private static final String PORTAL = "/login.xhtml";

    private static URI server;
    private static String pin;

    @BeforeAll
    static void start() {
        server = SharedServer.get().securePortal();
        Loader loader = new Loader(SharedServer.get().portal(), MAC, "127.0.0.1");
        pin = loader.fetch(loader.registration()).pin();
    }

    @ParameterizedTest
    @CsvSource({"HTTP_1_1, false", "HTTP_1_1, true", "HTTP_2, false", "HTTP_2, true"})
    void anAgentIsToldTheLimit(HttpClient.Version version, boolean chunked) throws Exception {
        HttpResponse<String> answer = post(version, AGENT, "application/json", chunked);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.body()).matches("\\{\"code\":\\d+,\"message\":\"[^\"]+262144\\.\"}");
    }

    @ParameterizedTest
    @CsvSource({"HTTP_1_1, false, 413", "HTTP_1_1, true, 405", "HTTP_2, false, 413", "HTTP_2, true, 405"})
    void aLoaderIsToldInPlainText(HttpClient.Version version, boolean chunked, int status) throws Exception {
        HttpResponse<String> answer = post(version, BOOT, "text/plain", chunked);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(answer.body()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"HTTP_1_1, false", "HTTP_1_1, true", "HTTP_2, false", "HTTP_2, true"})
    void aBrowserIsShownAPage(HttpClient.Version version, boolean chunked) throws Exception {
        HttpResponse<String> answer = post(version, PORTAL, "application/x-www-form-urlencoded", chunked);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.body()).contains("Envoi trop long", "</html>");
    }

    @ParameterizedTest
    @CsvSource({
        "--http1.1, /agent/v1/session",
        "--http2, /agent/v1/session",
        "--http1.1, /login.xhtml",
        "--http2, /login.xhtml"
    })
    void curlEndsWithoutAnError(String version, String path, @TempDir Path folder) throws IOException {
        Path body = Files.write(folder.resolve("body"), blanks());
        Command.Result result = Command.attempt(
                "curl",
                "-sk",
                version,
                "-m",
                "30",
                "-o",
                "/dev/null",
                "-w",
                "%{http_code}",
                "-H",
                "Content-Type: application/json",
                "--data-binary",
                "@" + body,
                server.resolve(path).toString());
        assertThat(result.output()).isEqualTo("413");
        assertThat(result.status()).as("curl: " + result.errors()).isZero();
    }

    @Test
    void theConnectionServesTheNextRequest() throws Exception {
        HttpClient client = client(HttpClient.Version.HTTP_2);
        post(client, PORTAL, "application/x-www-form-urlencoded", false);
        HttpRequest next = HttpRequest.newBuilder(server.resolve(PORTAL))
                .timeout(Duration.ofSeconds(30))
                .build();
        assertThat(client.send(next, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> post(HttpClient.Version version, String path, String type, boolean chunked)
            throws IOException, InterruptedException {
        return post(client(version), path, type, chunked);
    }

    private static HttpResponse<String> post(HttpClient client, String path, String type, boolean chunked)
            throws IOException, InterruptedException {
        BodyPublisher whole = BodyPublishers.ofByteArray(blanks());
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept-Language", "fr")
                .header("Content-Type", type)
                .POST(chunked ? BodyPublishers.fromPublisher(whole) : whole)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient client(HttpClient.Version version) {
        return HttpClient.newBuilder()
                .version(version)
                .sslContext(PinnedKey.context(pin))
                .build();
    }

    private static byte[] blanks() {
        byte[] blanks = new byte[LENGTH];
        Arrays.fill(blanks, (byte) ' ');
        return blanks;
    }
}
