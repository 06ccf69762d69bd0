package fr.brume.domain.driver;

import java.util.regex.Pattern;

/** A text with {@code *} for anything and {@code ?} for one character, whatever the case; empty for everything. */
public record MachinePattern(String text) {
    /** Characters of one. */
    public static final int LONGEST = 120;

    /** Whether what a machine says of itself is meant; blanks around it do not count. */
    public boolean matches(String said) {
        if (text.isBlank()) {
            return true;
        }
        StringBuilder expression = new StringBuilder();
        for (char c : text.strip().toCharArray()) {
            expression.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
        String whole = said == null ? "" : said.strip();
        return Pattern.compile(expression.toString(), flags).matcher(whole).matches();
    }
}
