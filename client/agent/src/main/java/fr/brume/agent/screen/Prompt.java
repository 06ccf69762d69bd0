package fr.brume.agent.screen;

import java.util.ArrayList;
import java.util.List;

/**
 * What surrounds a question.
 *
 * @param title key of what is being done
 * @param answers given before, oldest first
 * @param label key of what is asked
 * @param help key of a sentence about it; empty for none
 * @param arguments of label and help
 * @param refusal why the last answer was not taken, said in the site's language; empty for none
 */
public record Prompt(
        String title, List<Answer> answers, String label, String help, List<String> arguments, String refusal) {
    private static final int SHOWN_ANSWERS = 4;

    /** An answer given before: key of its label, and its text. */
    public record Answer(String label, String text) {}

    public Prompt {
        answers = List.copyOf(answers);
        arguments = List.copyOf(arguments);
    }

    public static Prompt of(String title, String label, String help, String... arguments) {
        return new Prompt(title, List.of(), label, help, List.of(arguments), "");
    }

    /** The same with one more answer above the question. */
    public Prompt with(String answerLabel, String text) {
        List<Answer> more = new ArrayList<>(answers);
        more.add(new Answer(answerLabel, text));
        return new Prompt(title, more, label, help, arguments, refusal);
    }

    /** The same with the reason why it is asked again. */
    public Prompt refused(String reason) {
        return new Prompt(title, answers, label, help, arguments, reason);
    }

    void above(Page page, Texts texts) {
        page.line(" " + texts.text(title)).blank();
        answers.stream()
                .skip(Math.max(0, answers.size() - SHOWN_ANSWERS))
                .forEach(answer -> page.row(texts.text(answer.label()), answer.text()));
        if (!answers.isEmpty()) {
            page.blank();
        }
        page.line(" " + texts.text(label, arguments.toArray()));
    }

    void below(Page page, Texts texts, String keys) {
        page.blank();
        if (!refusal.isEmpty()) {
            page.paragraph("! " + refusal).blank();
        } else if (!help.isEmpty()) {
            page.paragraph(texts.text(help, arguments.toArray())).blank();
        }
        page.paragraph(texts.text(keys));
    }
}
