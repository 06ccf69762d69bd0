package fr.brume.lab.site;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The settings of a server that does not run, in its own database. Thread-safe: has no state. */
final class StoredSettings {
    private static final String SET = "MERGE INTO SETTING (NAME, LOCK_VERSION, CHOICE) KEY (NAME) VALUES (?, 1, ?)";

    private StoredSettings() {}

    static void set(Path home, String name, String value) {
        String url = "jdbc:h2:file:" + home.resolve("db/brume") + ";IFEXISTS=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "brume", "brume");
                PreparedStatement statement = connection.prepareStatement(SET)) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
