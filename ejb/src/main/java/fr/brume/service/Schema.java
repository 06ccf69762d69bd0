package fr.brume.service;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables, made and changed by the numbered scripts of {@code db/migration}, which H2 and MariaDB both take. */
public final class Schema {
    /** Names and logins are told apart by their very letters, on every database alike. */
    private static final String MARIADB = "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin";

    private Schema() {}

    /** Runs the scripts that this database has not seen; does nothing when it has seen all. */
    public static void migrate(DataSource database) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .placeholders(Map.of("tableOptions", isMariaDb(database) ? MARIADB : ""))
                // The timer service makes its own table in this schema before.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private static boolean isMariaDb(DataSource database) {
        try (Connection connection = database.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
            return product.contains("mariadb") || product.contains("mysql");
        } catch (SQLException unreachable) {
            throw new IllegalStateException("the database cannot be reached", unreachable);
        }
    }
}
