package fr.brume.agent.form;

import fr.brume.agent.keyboard.Key;
import fr.brume.agent.keyboard.Key.Kind;
import fr.brume.agent.keyboard.Keys;
import fr.brume.agent.screen.Display;
import fr.brume.agent.screen.FieldView;
import fr.brume.agent.screen.ListView;
import fr.brume.agent.screen.Prompt;
import fr.brume.agent.screen.Texts;
import fr.brume.agent.screen.View;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks one question after the other. Escape answers with nothing; so does a person who walked away, and then every further
 * question is answered with nothing at once, so that nobody finds the machine logged in. Not safe for threads.
 */
public final class Questions {
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Display display;
    private final Keys keys;
    private boolean begun;
    private boolean abandoned;

    public Questions(Display display, Keys keys) {
        this.display = display;
        this.keys = keys;
    }

    /** What was typed, without spaces around it unless it is a password; empty when cancelled. */
    public Optional<String> line(Prompt prompt, Line line) {
        LineEditor editor = new LineEditor(line.initial(), line.longest());
        boolean hidden = line.hidden();
        boolean entered = ask(() -> new FieldView(prompt, editor.before(hidden), editor.behind(hidden)), editor::press);
        return entered ? Optional.of(hidden ? editor.text() : editor.text().strip()) : Optional.empty();
    }

    /** The number of the item that was chosen, from 0; empty when cancelled or when there is none. */
    public OptionalInt choice(Prompt prompt, List<String> items, int proposed) {
        if (items.isEmpty()) {
            return OptionalInt.empty();
        }
        ListChoice list = new ListChoice(items, proposed, ListView.ROWS);
        boolean entered = ask(() -> new ListView(prompt, items, list.first(), list.selected()), list::press);
        return entered ? OptionalInt.of(list.selected()) : OptionalInt.empty();
    }

    /** Yes or no; empty when cancelled. */
    public Optional<Boolean> yes(Prompt prompt, boolean proposed) {
        Texts texts = display.texts();
        List<String> items = List.of(texts.text("form.yes"), texts.text("form.no"));
        OptionalInt chosen = choice(prompt, items, proposed ? 0 : 1);
        return chosen.isPresent() ? Optional.of(chosen.getAsInt() == 0) : Optional.empty();
    }

    private boolean ask(Supplier<View> view, Consumer<Key> press) {
        if (!begun) {
            begun = true;
            keys.forget();
        }
        while (!abandoned) {
            display.show(view.get());
            Optional<Key> key = keys.next(PATIENCE);
            if (key.isEmpty()) {
                abandoned = true;
            } else if (key.get().kind() == Kind.ENTER) {
                return true;
            } else if (key.get().kind() == Kind.ESCAPE) {
                return false;
            } else {
                press.accept(key.get());
            }
        }
        return false;
    }
}
