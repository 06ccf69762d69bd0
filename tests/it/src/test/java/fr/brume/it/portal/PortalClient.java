package fr.brume.it.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A French browser without scripts: cookies, pages and forms. Follows no redirect by itself. Not thread-safe. */
public final class PortalClient {
    private static final Pattern STATE = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern NONCE = Pattern.compile("csp\\.init\\('([^']*)'");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(PATIENCE)
            .build();
    private final URI portal;

    public PortalClient(URI portal) {
        this.portal = portal;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    /** Sends the only form of a page that has a certain name, with some fields changed and a button pressed. */
    public HttpResponse<String> submit(String path, String form, Map<String, String> fields, String button) {
        Map<String, String> all = hidden(get(path).body());
        if (all.isEmpty()) {
            throw new AssertionError("no form on " + path);
        }
        all.put(form, form);
        fields.forEach((name, value) -> all.put(form + ":" + name, value));
        all.put(form + ":" + button, "");
        return post(path, all);
    }

    /** Sends fields as a form does. */
    HttpResponse<String> post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Sends fields and a file as a form that has one does. */
    HttpResponse<String> post(String path, Map<String, String> fields, String fileField, String name, byte[] content) {
        String boundary = "brume-boundary-of-the-test";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String part = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"";
        fields.forEach((field, value) ->
                body.writeBytes((part + field + "\"\r\n\r\n" + value + "\r\n").getBytes(StandardCharsets.UTF_8)));
        body.writeBytes((part + fileField + "\"; filename=\"" + name + "\"\r\nContent-Type: application/zip\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    public HttpResponse<String> logIn(String user, String password) {
        return submit("/login.xhtml", "login", Map.of("user", user, "password", password), "submit");
    }

    public HttpResponse<String> changePassword(String current, String chosen) {
        return submit(
                "/account/password.xhtml",
                "password",
                Map.of("current", current, "chosen", chosen, "repeated", chosen),
                "change");
    }

    /** {@return the path that a redirect leads to, without the address and session} */
    public static String target(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Location")
                .map(location -> URI.create(location).getPath())
                .orElse("no redirect but " + response.statusCode());
    }

    public String sessionId() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** What a browser sends along: the state of the page, and the word that its scripts run by. */
    private static Map<String, String> hidden(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher state = STATE.matcher(page);
        if (state.find()) {
            fields.put("jakarta.faces.ViewState", state.group(1));
        }
        Matcher nonce = NONCE.matcher(page);
        if (nonce.find()) {
            fields.put("primefaces.nonce", nonce.group(1));
        }
        return fields;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(portal.resolve(path))
                .header("Accept-Language", "fr")
                .timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
