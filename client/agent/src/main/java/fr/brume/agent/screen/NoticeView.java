package fr.brume.agent.screen;

import java.util.List;

/**
 * A few sentences and, where something follows by itself, how long that takes.
 *
 * @param key of the sentence in the bundle
 * @param arguments of it
 * @param nextKey of what follows; empty for nothing
 * @param seconds until then
 */
public record NoticeView(String key, List<String> arguments, String nextKey, long seconds) implements View {
    public static NoticeView of(String key, String... arguments) {
        return new NoticeView(key, List.of(arguments), "", 0);
    }

    @Override
    public void draw(Page page, Texts texts) {
        page.blank().paragraph(texts.text(key, arguments.toArray())).blank();
        if (!nextKey.isEmpty()) {
            page.paragraph(texts.text(nextKey, "" + seconds));
        }
    }
}
