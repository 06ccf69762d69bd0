package fr.brume.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.domain.machine.Host;
import jakarta.annotation.Resource;
import jakarta.faces.context.FacesContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;

/** The pieces that the application was built for are those that it runs on. */
@ArquillianTest
class PlatformIT {
    @PersistenceContext(unitName = "brume")
    private EntityManager entities;

    @Resource(lookup = "java:jboss/datasources/BrumeDS")
    private DataSource database;

    @Deployment
    static Archive<?> application() {
        return BrumeArchive.with(PlatformIT.class);
    }

    @Test
    void facesIsMojarra4() {
        Package faces = FacesContext.class.getPackage();
        assertThat(faces.getImplementationTitle()).containsIgnoringCase("mojarra");
        assertThat(faces.getImplementationVersion()).startsWith("4.");
    }

    @Test
    void persistenceIsEclipseLink() {
        Object session = entities.unwrap(org.eclipse.persistence.sessions.Session.class);
        assertThat(session).isNotNull();
    }

    @Test
    void entitiesAreWoven() {
        assertThat(Arrays.stream(Host.class.getInterfaces()).map(Class::getName))
                .contains("org.eclipse.persistence.internal.weaving.PersistenceWeaved");
    }

    @Test
    void theSchemaWasMigrated() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + historyTable(connection))) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isPositive();
        }
    }

    @Test
    void theDatabaseIsTheOneOfThisRun() throws SQLException {
        String wanted = System.getenv("BRUME_DB_DRIVER") == null ? "H2" : "MariaDB";
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo(wanted);
        }
    }

    /** H2 wants Flyway's lower-case name in quotes, MariaDB in backquotes. */
    private static String historyTable(Connection connection) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        return quote + "flyway_schema_history" + quote;
    }
}
