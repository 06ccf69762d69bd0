package fr.brume.service;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;

/**
 * Brings the database to the tables of this version before anything uses it: other startup beans say
 * {@code @DependsOn("Migration")}. Without transaction of its own, as DDL ends them.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class Migration {
    @Resource(lookup = "java:jboss/datasources/BrumeDS")
    DataSource database;

    @PostConstruct
    void migrate() {
        Schema.migrate(database);
    }
}
