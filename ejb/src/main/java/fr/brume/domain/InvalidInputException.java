package fr.brume.domain;

import java.util.List;

/** Input was refused; nothing was changed. Carries every refusal found, so that each is shown beside its field. */
public class InvalidInputException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    public InvalidInputException(List<Refusal> refusals) {
        super(refusals.toString());
        this.refusals = List.copyOf(refusals);
    }

    public InvalidInputException(Refusal refusal) {
        this(List.of(refusal));
    }

    /** At least one, in the order of the fields. */
    public List<Refusal> refusals() {
        return refusals == null ? List.of() : refusals;
    }
}
