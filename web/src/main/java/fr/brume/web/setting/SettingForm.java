package fr.brume.web.setting;

import fr.brume.domain.setting.SettingKey;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What somebody types about settings. Inputs are named as {@link SettingKey#field} says, where refusals find them. */
public class SettingForm implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Whatever an input makes of its text: Faces knows no type here. */
    @SuppressWarnings("serial") // texts and truth values
    private final LinkedHashMap<String, Object> values = new LinkedHashMap<>();

    private final EnumMap<SettingKey, String> before;

    /** A form with these values. */
    public SettingForm(Map<SettingKey, String> current) {
        before = new EnumMap<>(current);
        before.forEach((key, value) -> values.put(key.field(), value));
    }

    /** The values by the names of their inputs. */
    public Map<String, Object> getValues() {
        return values;
    }

    /** What was typed, for the service to judge. */
    public Map<SettingKey, String> typed() {
        Map<SettingKey, String> typed = new EnumMap<>(SettingKey.class);
        before.keySet().forEach(key -> {
            Object value = values.get(key.field());
            typed.put(key, value == null ? "" : value.toString().strip());
        });
        return typed;
    }
}
