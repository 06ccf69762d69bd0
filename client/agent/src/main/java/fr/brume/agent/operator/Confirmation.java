package fr.brume.agent.operator;

import fr.brume.agent.keyboard.Key;
import fr.brume.agent.keyboard.Keys;
import fr.brume.agent.operator.OperatorActivity.Desk;
import fr.brume.agent.screen.CodeView;
import fr.brume.agent.server.RefusedException;
import fr.brume.agent.task.Confirming;
import fr.brume.agent.task.Conversation;
import fr.brume.protocol.agent.ConfirmationCode;
import fr.brume.protocol.fault.FailureException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Shows the code that is typed in the portal, and another one when it is over; on Enter, takes a login here instead. Not safe
 * for threads.
 */
public final class Confirmation implements Confirming {
    static final String TITLE = "confirm.title";

    private final Desk desk;
    private final Keys keys;
    private final LongSupplier nanos;
    private ConfirmationCode code;
    private long codeEnd;
    private String refusal = "";

    /** @param nanos as {@link System#nanoTime()} */
    public Confirmation(Desk desk, Keys keys, LongSupplier nanos) {
        this.desk = desk;
        this.keys = keys;
        this.nanos = nanos;
    }

    @Override
    public void ask(Conversation conversation, Duration time) throws FailureException {
        if (code == null || nanos.getAsLong() - codeEnd >= 0) {
            code = desk.server().confirmationCode();
            codeEnd = nanos.getAsLong() + Duration.ofSeconds(code.seconds()).toNanos();
        }
        String host = conversation.session().hostName();
        conversation.display().show(new CodeView(host, code.code(), refusal));
        Optional<Key> key = keys.next(time);
        if (key.filter(pressed -> pressed.kind() == Key.Kind.ENTER).isPresent()) {
            logIn();
        }
    }

    private void logIn() throws FailureException {
        try {
            refusal = "";
            if (new Login(desk.questions(), desk.server()).ask(TITLE)) {
                desk.server().confirm();
            }
        } catch (RefusedException e) {
            refusal = e.text();
        }
    }
}
