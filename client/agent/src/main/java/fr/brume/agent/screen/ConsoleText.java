package fr.brume.agent.screen;

/** Makes text fit the kernel's console, whose font has no typographic spaces, dashes or apostrophes. */
final class ConsoleText {
    private ConsoleText() {}

    /** Also drops control characters: names from disks and firmware must not drive the terminal. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().forEach(c -> folded.append(fold(c)));
        return folded.toString();
    }

    private static String fold(int character) {
        return switch (character) {
            case 0xA0, 0x202F, 0x2009 -> " ";
            case 0x2018, 0x2019 -> "'";
            case 0x2013, 0x2014 -> "-";
            case 0x2026 -> "...";
            case 0x152, 0x153 -> character == 0x152 ? "OE" : "oe";
            default -> Character.isISOControl(character) ? "" : Character.toString(character);
        };
    }
}
