package fr.brume.domain;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a draft, so that a person sees every refusal at once. Not safe for threads. */
public final class Refusals {
    private final List<Refusal> found = new ArrayList<>();

    public Refusals refuseIf(boolean wrong, String field, String messageKey, String... arguments) {
        if (wrong) {
            found.add(Refusal.of(field, messageKey, arguments));
        }
        return this;
    }

    /** Refuses a text longer than its column, counted in UTF-16 units. */
    public Refusals longest(String field, String text, int maximum) {
        return refuseIf(text.length() > maximum, field, "refusal.tooLong", Integer.toString(maximum));
    }

    /** Whether nothing was refused for this field so far. */
    public boolean accepts(String field) {
        return found.stream().noneMatch(r -> r.field().equals(field));
    }

    public List<Refusal> list() {
        return List.copyOf(found);
    }

    /** Ends the check. */
    public void orThrow() throws InvalidInputException {
        if (!found.isEmpty()) {
            throw new InvalidInputException(found);
        }
    }
}
