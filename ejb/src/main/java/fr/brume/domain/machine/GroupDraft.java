package fr.brume.domain.machine;

import fr.brume.domain.NameKey;
import fr.brume.domain.Refusals;

/**
 * A group as somebody typed it. Null texts count as empty.
 *
 * @param name 1 to 255 characters, unique whatever its case
 * @param description free text
 */
public record GroupDraft(String name, String description) {
    /** Of a name and of a description. */
    public static final int LONGEST_TEXT = 255;

    public GroupDraft {
        name = name == null ? "" : name.strip();
        description = description == null ? "" : description.strip();
    }

    /** Everything wrong with the look of this draft; fields are named as its components. */
    public Refusals check() {
        String key = NameKey.of(name);
        return new Refusals()
                .refuseIf(name.isEmpty(), "name", "refusal.required")
                .refuseIf(name.chars().anyMatch(Character::isISOControl), "name", "refusal.control")
                .longest("name", key.length() > name.length() ? key : name, LONGEST_TEXT)
                .longest("description", description, LONGEST_TEXT);
    }
}
