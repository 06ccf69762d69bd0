package fr.brume.test.server;

import fr.brume.test.process.Await;
import fr.brume.test.process.BackgroundProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A running Brume server, started as the README says and told its place by environment variables alone. One place can
 * be started again after {@link #kill()} or {@link #close()}: data and base folder stay. Not thread-safe.
 */
public final class BrumeServer implements AutoCloseable {
    /** A server that takes longer has failed. */
    public static final Duration LONGEST_START = Duration.ofMinutes(4);

    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final ServerPlace place;
    private final BackgroundProcess process;
    private Duration startTime = Duration.ZERO;

    private BrumeServer(ServerPlace place, BackgroundProcess process) {
        this.place = place;
        this.process = process;
    }

    /**
     * Starts a server and waits until it says that it is ready.
     *
     * @param place where and how
     * @return the server
     * @throws AssertionError when it is not ready within four minutes or ends before
     */
    public static BrumeServer start(ServerPlace place) {
        Path installation = ServerFolder.installation();
        Path base = ServerFolder.base(place.work());
        Path log = place.work().resolve("console.log");
        long begin = System.nanoTime();
        BackgroundProcess process = BackgroundProcess.start(
                log, place.variables(), place.words(installation.resolve("bin/standalone.sh"), base));
        BrumeServer server = new BrumeServer(place, process);
        try {
            Await.until("server ready, see " + log, LONGEST_START, () -> server.readyOrGone());
        } catch (AssertionError e) {
            process.close();
            throw e;
        }
        server.startTime = Duration.ofNanos(System.nanoTime() - begin);
        return server;
    }

    /** {@return from the call of the start script until it was ready, to a fifth of a second} */
    public Duration startTime() {
        return startTime;
    }

    /** {@return where it runs} */
    public ServerPlace place() {
        return place;
    }

    /** {@return address of the portal, without a slash at the end} */
    public URI portal() {
        return URI.create("http://" + place.address() + ":" + place.ports().http());
    }

    /** {@return address of the portal over TLS, without a slash at the end} */
    public URI securePortal() {
        return URI.create("https://" + place.address() + ":" + place.ports().https());
    }

    /** {@return process identifier of the Java virtual machine} */
    public long pid() {
        List<Long> identifiers = process.identifiers();
        return identifiers.stream()
                .filter(pid -> ProcessHandle.of(pid)
                        .flatMap(handle -> handle.info().command())
                        .filter(command -> command.endsWith("/java"))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Java below " + identifiers));
    }

    /** {@return all that it printed on its console} */
    public String console() {
        return process.said();
    }

    /** Ends it without a word, as a power failure would. */
    public void kill() {
        process.kill();
    }

    /** Stops it properly. */
    @Override
    public void close() {
        process.close();
    }

    private boolean readyOrGone() {
        if (!process.isAlive()) {
            throw new AssertionError("the server ended during its start:\n" + process.said());
        }
        return isReady();
    }

    /** {@return whether the portal's port says that the application is ready} */
    public boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(portal().resolve("/health/ready"))
                    .timeout(ANSWER)
                    .build();
            HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
