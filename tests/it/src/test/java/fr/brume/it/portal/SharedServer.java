package fr.brume.it.portal;

import fr.brume.it.database.TestDatabase;
import fr.brume.test.server.BrumeServer;
import fr.brume.test.server.ServerPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * One server for all tests of a run that do not stop it. Started by the first test that asks, stopped behind the last.
 * Not thread-safe.
 */
public final class SharedServer implements LauncherSessionListener {
    /** Password that the first administrator was given. */
    public static final String FIRST_PASSWORD = "premier-mot-de-passe";

    /** Password that {@link #administrator} has chosen. */
    public static final String PASSWORD = LoginIT.PASSWORD;

    private static BrumeServer server;

    /** {@return the shared server, running} */
    public static BrumeServer get() {
        if (server == null) {
            server = BrumeServer.start(newPlace("shared").with("BRUME_ADMIN_PASSWORD", FIRST_PASSWORD));
        }
        return server;
    }

    /**
     * A place for a new server on loopback, with an empty database of this run's kind.
     *
     * @param name beginning of its folder's name
     * @return the place
     */
    public static ServerPlace newPlace(String name) {
        try {
            Path parent = Files.createDirectories(Path.of("target", "servers").toAbsolutePath());
            ServerPlace place = ServerPlace.onLoopback(Files.createTempDirectory(parent, name));
            for (Map.Entry<String, String> variable : TestDatabase.newDatabase().entrySet()) {
                place = place.with(variable.getKey(), variable.getValue());
            }
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a browser in which the administrator of the shared server is logged in} */
    public static PortalClient administrator() {
        PortalClient client = new PortalClient(get().portal());
        client.logIn(LoginIT.USER, LoginIT.PASSWORD);
        if (client.get("/host/hostList.xhtml").statusCode() != 200) {
            client = firstLogin(get());
        }
        return client;
    }

    /**
     * The first login of a server, with the change of its password.
     *
     * @param server that was started with {@link #FIRST_PASSWORD}
     * @return a browser in which its administrator is logged in
     */
    public static PortalClient firstLogin(BrumeServer server) {
        PortalClient client = new PortalClient(server.portal());
        client.logIn(LoginIT.USER, FIRST_PASSWORD);
        client.changePassword(FIRST_PASSWORD, LoginIT.PASSWORD);
        return client;
    }

    /** {@return a browser in which the administrator is logged in after an earlier first login} */
    public static PortalClient laterLogin(BrumeServer server) {
        PortalClient client = new PortalClient(server.portal());
        client.logIn(LoginIT.USER, LoginIT.PASSWORD);
        return client;
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (server != null) {
            server.close();
        }
    }
}
