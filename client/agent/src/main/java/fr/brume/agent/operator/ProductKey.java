package fr.brume.agent.operator;

import fr.brume.agent.form.Line;
import fr.brume.agent.operator.OperatorActivity.Desk;
import fr.brume.agent.screen.Prompt;
import fr.brume.agent.task.Conversation;
import fr.brume.agent.task.Outcome;
import fr.brume.protocol.agent.ProductKeyRequest;
import fr.brume.protocol.fault.FailureException;
import java.util.Optional;

/** Changes the product key of this machine. */
public final class ProductKey implements OperatorActivity.Work {
    public static final String TITLE = "product.key.title";
    static final int LONGEST = 64;

    @Override
    public Outcome run(Conversation conversation, Desk desk) throws FailureException {
        String host = conversation.session().hostName();
        Prompt prompt = Prompt.of(TITLE, "product.key", "product.key.help").with("host", host);
        Optional<String> key = desk.questions().line(prompt, Line.of("", LONGEST));
        if (key.isEmpty()) {
            return Ending.cancelled(conversation);
        }
        String changed =
                desk.server().productKey(new ProductKeyRequest(key.get())).hostName();
        return Ending.of(conversation, key.get().isEmpty() ? "product.key.removed" : "product.key.changed", changed);
    }
}
