package fr.brume.domain;

/** The table that numbers entities: one row per entity, the same on every database. The migration creates its rows. */
public final class IdSource {
    public static final String TABLE = "ID_SOURCE";
    public static final String NAME = "NAME";
    public static final String LAST = "LAST_ID";
    /** Numbers taken at once; those left when the server stops are lost, which leaves small gaps. */
    public static final int STEP = 5;

    private IdSource() {}
}
