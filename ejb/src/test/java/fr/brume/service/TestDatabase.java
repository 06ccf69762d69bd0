package fr.brume.service;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The migrated tables in an H2 database of their own, in memory, with the mappings of the product over them: a static extension of
 * a test class, there from before its first test to behind its last.
 */
public final class TestDatabase implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final boolean emptied;
    private EntityManagerFactory factory;

    /** One that keeps what the tests of the class leave in it. */
    public TestDatabase() {
        this(false);
    }

    private TestDatabase(boolean emptied) {
        this.emptied = emptied;
    }

    /** One in which each test finds what the migration left, and no more. */
    public static TestDatabase emptied() {
        return new TestDatabase(true);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        String url = "jdbc:h2:mem:brume" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        Schema.migrate(source);
        factory = Persistence.createEntityManagerFactory(
                "brume",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource", source,
                        "jakarta.persistence.jtaDataSource", "",
                        "eclipselink.target-server", "None"));
    }

    /** Does this in a transaction of its own, with an empty persistence context. */
    public <T> T within(Function<EntityManager, T> work) {
        EntityManager em = factory.createEntityManager();
        try {
            em.getTransaction().begin();
            T result = work.apply(em);
            em.getTransaction().commit();
            return result;
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
        }
    }

    public void run(Consumer<EntityManager> work) {
        within(em -> {
            work.accept(em);
            return null;
        });
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (emptied) {
            empty();
        }
    }

    private void empty() {
        run(em -> {
            em.createNativeQuery("SET REFERENTIAL_INTEGRITY FALSE").executeUpdate();
            for (String table : List.of(
                    "HOST_GROUP_MEMBER",
                    "HOST_GROUP",
                    "TASK",
                    "IMAGE_VERSION",
                    "IMAGE",
                    "HOST_MAC",
                    "HOST",
                    "ACCOUNT",
                    "ACCOUNT_ROLE")) {
                em.createNativeQuery("DELETE FROM " + table).executeUpdate();
            }
            for (String table : List.of(
                    "SETTING",
                    "AUDIT_ENTRY",
                    "BOOT_TICKET",
                    "BOOT_EVENT",
                    "AGENT_SESSION",
                    "DEPLOY_SCRIPT",
                    "DRIVER_SET",
                    "DOMAIN_JOIN")) {
                em.createNativeQuery("DELETE FROM " + table).executeUpdate();
            }
            em.createNativeQuery("SET REFERENTIAL_INTEGRITY TRUE").executeUpdate();
            em.createNativeQuery("DELETE FROM BOOT_MENU_ENTRY WHERE FUNCTION_ID = 0")
                    .executeUpdate();
            em.createNativeQuery(
                            "UPDATE BOOT_MENU_ENTRY SET LABEL_FR = '', LABEL_EN = '', HOT_KEY = '', IPXE_LINES = '',"
                                    + " GRUB_LINES = '', PLACE = 10 * FUNCTION_ID, IS_ENABLED = TRUE, IS_DEFAULT = (FUNCTION_ID = 1),"
                                    + " SHOWN_WITH = CASE WHEN FUNCTION_ID = 10 THEN 3 ELSE SHOWN_WITH END")
                    .executeUpdate();
        });
    }

    @Override
    public void afterAll(ExtensionContext context) {
        factory.close();
    }
}
