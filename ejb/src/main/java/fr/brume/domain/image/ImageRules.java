package fr.brume.domain.image;

import fr.brume.domain.Refusals;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an image's values must look like; whether a name or a path is free is for the service to ask. */
public final class ImageRules {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_TEXT = 255;
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    /** Folders that FOG, or Brume, uses for its own beside those of images. */
    private static final Set<String> RESERVED =
            Set.of("dev", "postdownloadscripts", "postinitscripts", "lost+found", "current", "staging", "tmp");

    private ImageRules() {}

    /** Everything wrong with the look of this draft, whose path is set; fields are named as its components. */
    public static Refusals check(ImageDraft draft) {
        Refusals refusals = new Refusals()
                .refuseIf(draft.name().isEmpty(), "name", "refusal.required")
                .longest("name", draft.name(), LONGEST_NAME)
                .longest("description", draft.description(), LONGEST_TEXT)
                .refuseIf(draft.operatingSystem() == null, "operatingSystem", "refusal.required")
                .refuseIf(draft.imageType() == null, "imageType", "refusal.required")
                .refuseIf(draft.partitionChoice() == null, "partitionChoice", "refusal.required")
                .refuseIf(draft.imageFormat() == null, "imageFormat", "refusal.required")
                .refuseIf(draft.compression() < 0 || draft.compression() > 22, "compression", "refusal.compression");
        boolean control = draft.name().chars().anyMatch(Character::isISOControl);
        return checkPath(draft.path(), refusals.refuseIf(control, "name", "refusal.control"));
    }

    private static Refusals checkPath(String path, Refusals refusals) {
        if (path.isEmpty()) {
            return refusals.refuseIf(true, "path", "refusal.required");
        }
        String lower = path.toLowerCase(Locale.ROOT);
        boolean portable = PATH.matcher(path).matches() && !path.endsWith(".");
        return refusals.longest("path", path, LONGEST_NAME)
                .refuseIf(!portable, "path", "refusal.path.characters")
                .refuseIf(RESERVED.contains(lower) || DEVICE.matcher(lower).matches(), "path", "refusal.path.reserved");
    }

    /** The path proposed for a name: its letters without accents, digits, dots, dashes and underscores; may be empty. */
    public static String pathOf(String name) {
        String expanded =
                name.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("Æ", "AE");
        String plain = Normalizer.normalize(expanded, Normalizer.Form.NFKD).replaceAll("[^A-Za-z0-9_.-]", "");
        return plain.replaceAll("^[.-]+", "").replaceAll("\\.+$", "");
    }
}
