package fr.brume.domain.account;

import java.util.Arrays;
import java.util.Optional;

/** What a person may do. Administrators do all, technicians all but accounts and settings, viewers look. */
public enum Role {
    ADMINISTRATOR(Role.Names.ADMINISTRATOR),
    TECHNICIAN(Role.Names.TECHNICIAN),
    VIEWER(Role.Names.VIEWER);

    /** The names of the roles in annotations. */
    public static final class Names {
        public static final String ADMINISTRATOR = "administrator";
        public static final String TECHNICIAN = "technician";
        public static final String VIEWER = "viewer";
        /** Somebody whose password was given by another and must be changed first; nothing else is allowed to them. */
        public static final String NEWCOMER = "newcomer";

        /** Brume itself: timers, machines through their endpoints. Never given to a person. */
        public static final String SYSTEM = "system";

        private Names() {}
    }

    private final String text;

    Role(String text) {
        this.text = text;
    }

    /** The role as the container's security knows it. */
    public String text() {
        return text;
    }

    /** Key of the label in {@code fr.brume.domain.Messages}. */
    public String key() {
        return "role." + name();
    }

    public static Optional<Role> of(String text) {
        return Arrays.stream(values()).filter(r -> r.text.equals(text)).findFirst();
    }
}
