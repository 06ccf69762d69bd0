package fr.brume.web.layout;

import fr.brume.domain.InvalidInputException;

/** Something that a service may refuse, as {@link Notices#accepted} makes it. */
@FunctionalInterface
public interface Change {
    /** Makes it. */
    void make() throws InvalidInputException;
}
