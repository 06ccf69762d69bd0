package fr.brume.agent.lvm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text in which LVM keeps a group: {@code name = value} and {@code name { ... }}, values being numbers, strings and lists of
 * them. Sections become maps, lists become lists, both in the order of the text.
 */
final class MetadataText {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:#[^\\n]*\\n\\s*)*(\"(?:[^\"\\\\]|\\\\.)*\"|[{}\\[\\]=,]|[^\\s{}\\[\\]=,\"#]+|$)", Pattern.DOTALL);
    private static final int DEEPEST = 8;

    private final Matcher tokens;
    private String token;

    private MetadataText(String text) {
        this.tokens = TOKEN.matcher(text);
        next();
    }

    /** @throws IllegalArgumentException when the text is not of this form */
    static Map<String, Object> parse(String text) {
        MetadataText parser = new MetadataText(text);
        Map<String, Object> all = parser.section(0);
        parser.require(parser.token.isEmpty());
        return all;
    }

    private Map<String, Object> section(int depth) {
        require(depth < DEEPEST);
        Map<String, Object> section = new LinkedHashMap<>();
        while (!token.isEmpty() && !token.equals("}")) {
            String name = take();
            if (token.equals("{")) {
                next();
                section.put(name, section(depth + 1));
                expect("}");
            } else {
                expect("=");
                section.put(name, value());
            }
        }
        return section;
    }

    private Object value() {
        if (!token.equals("[")) {
            return scalar();
        }
        next();
        List<Object> list = new ArrayList<>();
        while (!token.equals("]")) {
            list.add(scalar());
            if (token.equals(",")) {
                next();
            }
        }
        next();
        return List.copyOf(list);
    }

    private Object scalar() {
        String text = take();
        if (text.startsWith("\"")) {
            return text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        return text.matches("-?\\d{1,18}") ? (Object) Long.parseLong(text) : text;
    }

    private String take() {
        String taken = token;
        require(!taken.isEmpty() && !"{}[]=,".contains(taken));
        next();
        return taken;
    }

    private void expect(String wanted) {
        require(token.equals(wanted));
        next();
    }

    private void next() {
        require(tokens.lookingAt());
        token = tokens.group(1);
        tokens.region(tokens.end(), tokens.regionEnd());
    }

    private void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("metadata of LVM at '" + token + "'");
        }
    }
}
