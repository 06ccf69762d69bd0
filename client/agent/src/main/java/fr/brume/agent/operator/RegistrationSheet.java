package fr.brume.agent.operator;

import fr.brume.agent.form.Line;
import fr.brume.agent.form.Questions;
import fr.brume.agent.screen.Prompt;
import fr.brume.agent.screen.Texts;
import fr.brume.agent.server.OperatorServer;
import fr.brume.protocol.agent.FieldRefusal;
import fr.brume.protocol.agent.GroupChoice;
import fr.brume.protocol.agent.ImageChoice;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.RegistrationAnswer;
import fr.brume.protocol.agent.RegistrationForm;
import fr.brume.protocol.agent.RegistrationRequest;
import fr.brume.protocol.fault.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The questions of a full registration, one after the other; Escape goes back to the one before, and before the first one
 * gives up. Keeps what was answered, so that nothing is typed twice. Not safe for threads.
 */
final class RegistrationSheet {
    private static final String TITLE = FullRegistration.TITLE;
    private static final int LONGEST_NAME = 15;
    private static final int LONGEST_TEXT = 64;

    private enum Turn {
        ANSWERED,
        BACK,
        NOTHING_TO_ASK
    }

    @FunctionalInterface
    private interface Step {
        Turn ask() throws FailureException;
    }

    private final Questions questions;
    private final OperatorServer server;
    private final Login login;
    private final RegistrationForm form;
    private final Texts texts;
    private String refusal = "";
    private String name;
    private int image;
    private int group;
    private String productKey = "";
    private String user = "";
    private String tag1 = "";
    private String tag2 = "";
    private boolean deploy;

    RegistrationSheet(OperatorActivity.Desk desk, Login login, RegistrationForm form, Texts texts) {
        this.questions = desk.questions();
        this.server = desk.server();
        this.login = login;
        this.form = form;
        this.texts = texts;
        this.name = form.suggestedName();
        this.image = 1 + images().stream().map(ImageChoice::id).toList().indexOf(form.usualImage());
        this.group = 1 + form.groups().stream().map(GroupChoice::id).toList().indexOf(form.usualGroup());
    }

    private List<ImageChoice> images() {
        return form.images();
    }

    /** Asks everything; false when the person gave up. */
    boolean fill() throws FailureException {
        List<Step> steps = List.of(
                this::askName,
                this::askImage,
                this::askGroup,
                () -> askText("register.product.key", productKey, text -> productKey = text),
                () -> askText("register.user", user, text -> user = text),
                () -> askText("register.tag1", tag1, text -> tag1 = text),
                () -> askText("register.tag2", tag2, text -> tag2 = text),
                this::askDeploy,
                this::askSure);
        int direction = 1;
        for (int at = 0; at < steps.size(); at += direction) {
            Turn turn = steps.get(at).ask();
            direction = turn == Turn.BACK ? -1 : turn == Turn.ANSWERED ? 1 : direction;
            if (at + direction < 0) {
                return false;
            }
        }
        return true;
    }

    /** Asks again after the server refused; false when the person gave up. */
    boolean correct(RegistrationAnswer answer) throws FailureException {
        FieldRefusal first = answer.refusals().get(0);
        refusal = first.message();
        // A group that is gone stays in the list of before: it is not proposed again.
        group = first.field().equals("groupId") ? 0 : group;
        return fill();
    }

    private Turn askName() throws FailureException {
        while (true) {
            Prompt prompt =
                    Prompt.of(TITLE, "register.name", "register.name.help").refused(refusal);
            Optional<String> typed = questions.line(prompt, Line.of(name, LONGEST_NAME));
            if (typed.isEmpty()) {
                return Turn.BACK;
            }
            name = typed.get();
            refusal = nameRefusal();
            if (refusal.isEmpty()) {
                return Turn.ANSWERED;
            }
        }
    }

    private String nameRefusal() throws FailureException {
        return server.check(new RegistrationRequest(name, 0, "", "", "", "", null, 0), login.done()).refusals().stream()
                .filter(found -> found.field().equals("name"))
                .map(FieldRefusal::message)
                .findFirst()
                .orElse("");
    }

    private Turn askImage() {
        List<String> items = new ArrayList<>(List.of(texts.text("register.image.none")));
        images().forEach(choice -> items.add(DeployImage.label(choice, texts)));
        Prompt prompt = Prompt.of(TITLE, "register.image", "").with("register.name", name);
        OptionalInt chosen = questions.choice(prompt, items, image);
        image = chosen.orElse(image);
        return chosen.isPresent() ? Turn.ANSWERED : Turn.BACK;
    }

    private Turn askGroup() {
        if (form.groups().isEmpty()) {
            return Turn.NOTHING_TO_ASK;
        }
        List<String> items = new ArrayList<>(List.of(texts.text("register.group.none")));
        form.groups().forEach(choice -> items.add(choice.name()));
        Prompt prompt = Prompt.of(TITLE, "register.group", "").with("register.name", name);
        OptionalInt chosen = questions.choice(prompt, items, group);
        group = chosen.orElse(group);
        return chosen.isPresent() ? Turn.ANSWERED : Turn.BACK;
    }

    private Turn askText(String label, String before, Consumer<String> keep) {
        Prompt prompt = Prompt.of(TITLE, label, "register.optional").with("register.name", name);
        Optional<String> typed = questions.line(prompt, Line.of(before, LONGEST_TEXT));
        typed.ifPresent(keep);
        return typed.isPresent() ? Turn.ANSWERED : Turn.BACK;
    }

    private Turn askDeploy() throws FailureException {
        if (image == 0 || images().get(image - 1).bytes() == 0) {
            deploy = false;
            return Turn.NOTHING_TO_ASK;
        }
        while (true) {
            Prompt prompt = Prompt.of(TITLE, "register.deploy", "register.deploy.help", imageName())
                    .with("register.name", name);
            Optional<Boolean> yes = questions.yes(prompt, deploy);
            if (yes.isEmpty()) {
                return Turn.BACK;
            }
            deploy = yes.get();
            if (!deploy || login.ask(TITLE)) {
                return Turn.ANSWERED;
            }
        }
    }

    private Turn askSure() {
        Prompt named = Prompt.of(TITLE, "register.sure", "")
                .with("register.name", name)
                .with("register.image", imageName());
        // The screen has room for four answers.
        Prompt prompt =
                form.groups().isEmpty() ? named.with("register.user", user) : named.with("register.group", groupName());
        String now = texts.text(deploy ? "form.yes" : "form.no");
        return questions.yes(prompt.with("register.deploy.short", now), true).orElse(false) ? Turn.ANSWERED : Turn.BACK;
    }

    private String imageName() {
        return image == 0
                ? texts.text("register.image.none")
                : images().get(image - 1).name();
    }

    private String groupName() {
        return group == 0
                ? texts.text("register.group.none")
                : form.groups().get(group - 1).name();
    }

    RegistrationRequest request(InventoryReport inventory) {
        return new RegistrationRequest(name, imageId(), productKey, user, tag1, tag2, inventory, groupId());
    }

    long imageId() {
        return image == 0 ? 0 : images().get(image - 1).id();
    }

    private long groupId() {
        return group == 0 ? 0 : form.groups().get(group - 1).id();
    }

    /** Whether the image is to be deployed at once, by the person who logged in. */
    boolean deploy() {
        return deploy;
    }
}
