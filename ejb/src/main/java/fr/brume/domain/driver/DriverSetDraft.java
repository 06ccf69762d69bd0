package fr.brume.domain.driver;

import fr.brume.domain.Refusals;

/**
 * A set as somebody typed it. Null texts count as empty.
 *
 * @param name of the set
 * @param maker {@link MachinePattern} for the maker
 * @param model {@link MachinePattern} for the model
 */
public record DriverSetDraft(String name, String maker, String model) {
    public DriverSetDraft {
        name = stripped(name);
        maker = stripped(maker);
        model = stripped(model);
    }

    /** Everything wrong with its look; fields are named as its components. */
    public Refusals check() {
        Refusals refusals = new Refusals();
        refusals.refuseIf(!DriverSet.validName(name), "name", "refusal.driver.name");
        refusals.refuseIf(maker.isEmpty() && model.isEmpty(), "maker", "refusal.driver.pattern");
        refusals.longest("maker", maker, MachinePattern.LONGEST);
        return refusals.longest("model", model, MachinePattern.LONGEST);
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }
}
