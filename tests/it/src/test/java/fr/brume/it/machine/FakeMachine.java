package fr.brume.it.machine;

import fr.brume.test.server.BrumeServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** What loader and agent of one machine send, byte by byte. Not thread-safe. */
final class FakeMachine {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern ONCE = Pattern.compile("/boot/once/[A-Za-z0-9_-]+\\.cpio");

    private final BrumeServer server;
    private final String mac;
    private final String uuid;
    private final HttpClient client;

    FakeMachine(BrumeServer server, String mac, String uuid) {
        this.server = server;
        this.mac = mac;
        this.uuid = uuid;
        this.client = HttpClient.newBuilder()
                .sslContext(trusting())
                .connectTimeout(PATIENCE)
                .build();
    }

    String mac() {
        return mac;
    }

    /** The boot script; the entry is empty for the first question of a boot. */
    HttpResponse<String> script(String entry) {
        String query = "mac=" + mac.replace(":", "%3A") + "&uuid=" + uuid + "&serial=S1&arch=i386&platform=pcbios"
                + (entry.isEmpty() ? "" : "&entry=" + entry);
        return get("/boot/ipxe?" + query);
    }

    /** The path of the second initrd in the script that an entry leads to. */
    String ticketPath(String entry) {
        String script = script(entry).body();
        Matcher once = ONCE.matcher(script);
        if (!once.find()) {
            throw new AssertionError("no ticket in:\n" + script);
        }
        return once.group();
    }

    /** A file of the second initrd, without its line end. */
    static String fileIn(String archive, String name) {
        int at = archive.indexOf(name + "\0");
        if (at < 0) {
            throw new AssertionError("no " + name + " in the archive");
        }
        String header = archive.substring(at - 110, at);
        int size = Integer.parseInt(header.substring(54, 62), 16);
        int names = Integer.parseInt(header.substring(94, 102), 16);
        int begin = at - 110 + ((110 + names + 3) / 4) * 4;
        return archive.substring(begin, begin + size).strip();
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(server.portal().resolve(path)).GET());
    }

    HttpResponse<String> head(String path) {
        return send(HttpRequest.newBuilder(server.portal().resolve(path))
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    /** Exchanges a ticket for a session. */
    HttpResponse<String> open(String ticket) {
        String body = "{\"ticket\":\"" + ticket + "\",\"macs\":[\"" + mac + "\"],\"systemUuid\":\"" + uuid
                + "\",\"agentVersion\":\"test\"}";
        return post(server.securePortal(), "/agent/v1/session", "", body);
    }

    HttpResponse<String> inventory(String bearer) {
        String body = "{\"systemUuid\":\"" + uuid + "\",\"dmi\":{\"sys_vendor\":\"Brume\"},\"firmware\":\"BIOS\","
                + "\"cpu\":\"test\",\"cores\":2,\"memoryBytes\":536870912,\"interfaces\":[{\"name\":\"eth0\",\"mac\":\""
                + mac + "\",\"driver\":\"virtio\",\"speed\":1000}],\"disks\":[]}";
        return post(server.securePortal(), "/agent/v1/inventory", bearer, body);
    }

    HttpResponse<String> post(URI base, String path, String bearer, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return send(request);
    }

    /** A text field of a flat JSON answer. */
    static String field(String json, String name) {
        Matcher field = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        if (!field.find()) {
            throw new AssertionError("no " + name + " in " + json);
        }
        return field.group(1);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext trusting() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anyone()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The real agent pins the server's key; these tests are about what the server lets in. */
    private static final class Anyone extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
