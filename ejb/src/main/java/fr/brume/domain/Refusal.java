package fr.brume.domain;

import java.io.Serializable;
import java.util.List;

/**
 * Why a value that somebody gave is not taken.
 *
 * @param field name of the component of the draft; empty when it concerns the whole
 * @param messageKey of the bundle {@code fr.brume.domain.Messages}
 * @param arguments of that message, in the order of its placeholders
 */
public record Refusal(String field, String messageKey, List<String> arguments) implements Serializable {
    public Refusal {
        arguments = List.copyOf(arguments);
    }

    public static Refusal of(String field, String messageKey, String... arguments) {
        return new Refusal(field, messageKey, List.of(arguments));
    }
}
