package fr.brume.protocol.image;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Names of the files that hold a partition ({@code d1p2.img}), a logical volume of the group on it ({@code d1p2.root.img}) or a
 * whole disk ({@code d1.img}) in a version's folder.
 */
public final class PartitionFile {
    private static final Pattern NAME =
            Pattern.compile("d[1-9][0-9]?(p[1-9][0-9]{0,2})?(\\.[A-Za-z0-9+_][A-Za-z0-9+_.-]{0,127})?\\.img");

    private PartitionFile() {}

    /** This name; refuses every other form, path separators among them. */
    public static String checked(String name) throws FailureException {
        if (!NAME.matcher(name).matches()) {
            throw new FailureException(Failure.NOT_FOUND, "file of this name");
        }
        return name;
    }

    /** The index beside the stream. */
    public static Path index(Path folder, String name) {
        return folder.resolve(base(name) + ".chunks");
    }

    /** What a capture has made durable so far; gone once the index is there. */
    public static Path journal(Path folder, String name) {
        return folder.resolve(base(name) + ".journal");
    }

    private static String base(String name) {
        return name.substring(0, name.length() - ".img".length());
    }
}
