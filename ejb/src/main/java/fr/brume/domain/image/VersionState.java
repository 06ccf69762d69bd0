package fr.brume.domain.image;

/** A version is being captured, usable for ever, or left over from a capture that failed. */
public enum VersionState {
    STAGING,
    COMMITTED,
    FAILED;

    /** Key of the label in {@code fr.brume.domain.Messages}. */
    public String key() {
        return "versionState." + name();
    }
}
