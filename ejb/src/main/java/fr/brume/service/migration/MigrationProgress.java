package fr.brume.service.migration;

/** Hears how far an import or an export is. */
public interface MigrationProgress {
    /** @param total 0 when unknown */
    void at(MigrationJob.State state, long done, long total);
}
