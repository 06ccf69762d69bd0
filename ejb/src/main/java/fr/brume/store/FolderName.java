package fr.brume.store;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.util.regex.Pattern;

/**
 * Names of image folders: portable ones only, so that a store can be copied to any system. What a person may type is judged
 * earlier, with words; this is the last guard before the disk.
 */
final class FolderName {
    private static final Pattern PORTABLE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}");

    private FolderName() {}

    /** This name; refuses separators, {@code ..}, hidden names and all that is not portable. */
    static String checked(String name) throws FailureException {
        if (!PORTABLE.matcher(name).matches() || name.endsWith(".")) {
            throw new FailureException(Failure.NOT_FOUND, "image folder of this name");
        }
        return name;
    }
}
