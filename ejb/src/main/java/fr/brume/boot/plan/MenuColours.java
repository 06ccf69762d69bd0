package fr.brume.boot.plan;

/** The colours of a text menu; the eight that every console has. */
public record MenuColours(Colour text, Colour ground, Colour chosenText, Colour chosenGround) {
    /** In the order of ANSI, whose numbers iPXE takes. */
    public enum Colour {
        BLACK,
        RED,
        GREEN,
        YELLOW,
        BLUE,
        MAGENTA,
        CYAN,
        WHITE
    }
}
