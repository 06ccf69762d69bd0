/**
 * The database that the servers under test keep their data in: their own H2 file, or one real MariaDB for the whole run.
 * Knows no table.
 */
package fr.brume.it.database;
