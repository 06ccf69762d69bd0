package fr.brume.lab.site;

import fr.brume.lab.network.LabFolder;
import fr.brume.lab.network.Lan;
import fr.brume.lab.network.Namespace;
import fr.brume.lab.network.Router;
import fr.brume.lab.portal.Browser;
import fr.brume.lab.portal.Portal;
import fr.brume.test.process.Command;
import fr.brume.test.server.BrumeServer;
import fr.brume.test.server.ServerPlace;
import fr.brume.test.server.ServerPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The site of the tutorial with a new Brume server, and a technician who has chosen a password. Not thread-safe. */
public final class Site implements AutoCloseable {
    /** Name of the technician's account. */
    public static final String ACCOUNT = "brume";
    /** The password that the technician chose. */
    public static final String PASSWORD = "Brume sur la colline 7";

    private final Lan lan;
    private final Router router;
    private final ServerPlace place;
    private BrumeServer server;
    private Portal portal;

    private Site(Lan lan, Router router, ServerPlace place) {
        this.lan = lan;
        this.router = router;
        this.place = place;
    }

    /**
     * Removes what an earlier site of that name left.
     *
     * @param name name of its folder
     */
    public static void forget(String name) {
        Path work = LabFolder.of(name);
        for (String left : List.of("home", "base", "console.log")) {
            Command.run("rm", "-rf", "--one-file-system", work.resolve(left).toString());
        }
    }

    /**
     * Starts a site in its folder; after {@link #forget(String)} a new one: empty database, no image.
     *
     * @param name name of its folder
     * @return the site with its server running
     */
    public static Site open(String name) {
        return open(name, Router::start);
    }

    /**
     * Starts a site with a router of the test's choice.
     *
     * @param name name of its folder
     * @param startRouter starts the router, once the network is there
     * @return the site with its server running
     */
    public static Site open(String name, Supplier<Router> startRouter) {
        return open(place(name), startRouter);
    }

    /**
     * As {@link #open(String)}, with other files to start from.
     *
     * @param name name of its folder
     * @param boot folder of the boot files
     * @return the site with its server running
     */
    public static Site openWithBootFiles(String name, Path boot) {
        return open(place(name).with("BRUME_BOOT", boot.toString()), Router::start);
    }

    private static ServerPlace place(String name) {
        return new ServerPlace(
                LabFolder.of(name),
                ServerPorts.STANDARD,
                Lan.PORTAL,
                Namespace.SERVER.launcher(),
                Map.of("BRUME_ADDRESS", Lan.SERVER));
    }

    private static Site open(ServerPlace place, Supplier<Router> startRouter) {
        Lan lan = Lan.open();
        Site site = new Site(lan, startRouter(lan, startRouter), place);
        try {
            site.startServer();
            return site;
        } catch (AssertionError | RuntimeException e) {
            site.close();
            throw e;
        }
    }

    private static Router startRouter(Lan lan, Supplier<Router> start) {
        try {
            return start.get();
        } catch (AssertionError | RuntimeException e) {
            lan.close();
            throw e;
        }
    }

    private void startServer() {
        server = BrumeServer.start(place);
    }

    /** Starts the killed server again; the technician logs in again. */
    public void restartServer() {
        startServer();
        if (portal != null) {
            portal.logIn(ACCOUNT, PASSWORD);
        }
    }

    /**
     * Starts the killed server again with a changed setting; the technician logs in again.
     *
     * @param setting name of the setting
     * @param value its value from now on
     */
    public void restartServer(String setting, String value) {
        StoredSettings.set(home(), setting, value);
        restartServer();
    }

    /**
     * The technician logs out and in again, reading another language.
     *
     * @param label the language in its own words
     */
    public void changeLanguage(String label) {
        portal().leaveFor(label);
        portal().logIn(ACCOUNT, PASSWORD);
    }

    /** {@return the running server} */
    public BrumeServer server() {
        return server;
    }

    /** {@return BRUME_HOME of the server} */
    public Path home() {
        return place.home();
    }

    /** {@return folder of this site} */
    public Path work() {
        return place.work();
    }

    /** {@return the portal with a technician logged in; the first one changes the first password} */
    public Portal portal() {
        if (portal == null) {
            portal = new Portal(Browser.open(server.portal(), Path.of("target", "pictures")));
            String first = firstPassword();
            portal.logIn(ACCOUNT, first);
            portal.changePassword(first, PASSWORD);
        }
        return portal;
    }

    private String firstPassword() {
        try {
            return Files.readString(place.home().resolve("first-password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (portal != null) {
            portal.close();
        }
        if (server != null) {
            server.close();
        }
        router.close();
        lan.close();
    }
}
