package fr.brume.domain.task;

import java.util.regex.Pattern;

/** The rules of names of local accounts of Windows. */
public final class LocalAccount {
    private static final Pattern NAME =
            Pattern.compile("[^-/\\\\\\[\\]:;|=,+*?<>@\"\\p{Cntrl}][^/\\\\\\[\\]:;|=,+*?<>@\"\\p{Cntrl}]{0,19}");

    private LocalAccount() {}

    /** Whether Windows takes it; one that begins with a hyphen could be taken for an option on the way and is refused. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
