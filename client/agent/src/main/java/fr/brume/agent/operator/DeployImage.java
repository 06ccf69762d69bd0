package fr.brume.agent.operator;

import fr.brume.agent.operator.OperatorActivity.Desk;
import fr.brume.agent.screen.Prompt;
import fr.brume.agent.screen.Texts;
import fr.brume.agent.task.Activity;
import fr.brume.agent.task.Conversation;
import fr.brume.agent.task.Outcome;
import fr.brume.protocol.agent.DeployRequest;
import fr.brume.protocol.agent.ImageChoice;
import fr.brume.protocol.fault.FailureException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Puts an image from the list on this machine, in this very boot. */
public final class DeployImage implements OperatorActivity.Work {
    public static final String TITLE = "deploy.title";

    private final Activity task;

    /** @param task the imaging that follows */
    public DeployImage(Activity task) {
        this.task = task;
    }

    @Override
    public Outcome run(Conversation conversation, Desk desk) throws FailureException {
        List<ImageChoice> images = desk.server().images().images();
        if (images.isEmpty()) {
            return Ending.of(conversation, "deploy.none");
        }
        Optional<ImageChoice> image = choose(conversation, desk, images);
        if (image.isEmpty()) {
            return Ending.cancelled(conversation);
        }
        DeployRequest request = new DeployRequest(image.get().id(), conversation.inventory());
        return task.run(conversation.as(desk.server().deploy(request).hostName()));
    }

    private static Optional<ImageChoice> choose(Conversation conversation, Desk desk, List<ImageChoice> images) {
        Texts texts = conversation.display().texts();
        List<String> names = images.stream().map(image -> label(image, texts)).toList();
        int proposed = 0;
        while (true) {
            OptionalInt chosen =
                    desk.questions().choice(Prompt.of(TITLE, "deploy.image", "deploy.image.help"), names, proposed);
            if (chosen.isEmpty()) {
                return Optional.empty();
            }
            proposed = chosen.getAsInt();
            ImageChoice image = images.get(proposed);
            Prompt sure = Prompt.of(TITLE, "deploy.sure", "deploy.sure.help", image.name());
            Optional<Boolean> yes = desk.questions().yes(sure, false);
            if (yes.isPresent() && yes.get()) {
                return Optional.of(image);
            }
        }
    }

    /** Name, operating system and size of an image in a list. */
    static String label(ImageChoice image, Texts texts) {
        String size = image.bytes() == 0 ? texts.text("image.empty") : texts.bytes(image.bytes());
        return image.name() + "  -  " + image.operatingSystem() + ", " + size;
    }
}
