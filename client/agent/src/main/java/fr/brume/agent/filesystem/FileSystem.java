package fr.brume.agent.filesystem;

/**
 * What a partition holds.
 *
 * @param kind of it
 * @param uuid as blkid prints it; empty for none
 * @param rawReason why every block of it is stored, a word of the manifest; empty unless it is raw
 */
public record FileSystem(Kind kind, String uuid, String rawReason) {
    /** Something of which every block is stored. */
    public static FileSystem raw(String reason) {
        return new FileSystem(Kind.RAW, "", reason);
    }

    static FileSystem of(Kind kind, String uuid) {
        return kind == Kind.RAW ? raw("unknown") : new FileSystem(kind, uuid, "");
    }
}
