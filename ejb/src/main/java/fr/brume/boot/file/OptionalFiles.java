package fr.brume.boot.file;

import java.util.regex.Pattern;

/** Files that loaders ask for and do well without. */
public final class OptionalFiles {
    private static final Pattern NAME = Pattern.compile(
            "(?i).*(revocations[^/]*\\.efi|shim_certificate[^/]*\\.efi|\\.lst|\\.mod|autoexec\\.ipxe|grub\\.cfg-[^/]*)");

    private OptionalFiles() {}

    /** Whether a file that is asked by this name may be missing. */
    public static boolean contains(String asked) {
        return NAME.matcher(asked).matches();
    }
}
