package fr.brume.boot.grub;

import fr.brume.boot.plan.MenuColours.Colour;
import fr.brume.boot.text.PlainText;
import java.util.regex.Pattern;

/** Makes foreign text harmless in a GRUB script, where only single quotes keep every sign as it is. */
final class GrubWords {
    private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^A-Za-z0-9._-]");

    private GrubWords() {}

    /** A host name with whatever host names do not have shown as {@code ?}. */
    static String name(String name) {
        return NOT_IN_A_NAME.matcher(name).replaceAll("?");
    }

    /** One word of a script that stands for this text, in ASCII and on one line. */
    static String quoted(String text) {
        return "'" + PlainText.ascii(text).strip().replace("'", "'\\''") + "'";
    }

    /** A pair of colours; a ground has only the darker eight of GRUB's sixteen. */
    static String colours(Colour text, Colour ground) {
        return bright(text) + "/" + dark(ground);
    }

    private static String bright(Colour colour) {
        return switch (colour) {
            case YELLOW -> "yellow";
            case WHITE -> "white";
            default -> dark(colour);
        };
    }

    private static String dark(Colour colour) {
        return switch (colour) {
            case BLACK -> "black";
            case RED -> "red";
            case GREEN -> "green";
            case YELLOW -> "brown";
            case BLUE -> "blue";
            case MAGENTA -> "magenta";
            case CYAN -> "cyan";
            case WHITE -> "light-gray";
        };
    }
}
