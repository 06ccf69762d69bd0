package fr.brume.domain;

/**
 * The table that numbers entities: one row per entity, the same on every database. The migration makes it, with the columns
 * SEQ_NAME and SEQ_COUNT that EclipseLink expects, and its rows.
 */
public final class IdSource {
    public static final String TABLE = "ID_SOURCE";
    /** Numbers taken at once; those left when the server stops are lost, which leaves small gaps. */
    public static final int STEP = 5;

    private IdSource() {}
}
