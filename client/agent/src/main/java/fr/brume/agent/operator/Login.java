package fr.brume.agent.operator;

import fr.brume.agent.form.Line;
import fr.brume.agent.form.Questions;
import fr.brume.agent.screen.Prompt;
import fr.brume.agent.server.OperatorServer;
import fr.brume.agent.server.RefusedException;
import fr.brume.protocol.agent.LoginRequest;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.util.Optional;
import java.util.Set;

/** Asks for login and password until the server takes them or the person gives up. Not safe for threads. */
public final class Login {
    private static final int LONGEST_LOGIN = 64;
    private static final int LONGEST_PASSWORD = 128;
    private static final Set<Failure> ASK_AGAIN =
            Set.of(Failure.LOGIN_REFUSED, Failure.LOGIN_THROTTLED, Failure.NOT_ALLOWED);

    private final Questions questions;
    private final OperatorServer server;
    private boolean done;

    public Login(Questions questions, OperatorServer server) {
        this.questions = questions;
        this.server = server;
    }

    /** Whether somebody logged in before. */
    boolean done() {
        return done;
    }

    /** Whether somebody is logged in now; asks nobody twice. */
    boolean ask(String title) throws FailureException {
        String refusal = "";
        while (!done) {
            Prompt prompt = Prompt.of(title, "login.name", "login.help").refused(refusal);
            Optional<String> name = questions.line(prompt, Line.of("", LONGEST_LOGIN));
            if (name.isEmpty()) {
                return false;
            }
            Optional<String> password = questions.line(
                    Prompt.of(title, "login.password", "").with("login.name", name.get()),
                    Line.password(LONGEST_PASSWORD));
            if (password.isPresent()) {
                refusal = logIn(new LoginRequest(name.get(), password.get()));
            }
        }
        return true;
    }

    /** Why not; empty when done. */
    private String logIn(LoginRequest request) throws FailureException {
        try {
            server.login(request);
            done = true;
            return "";
        } catch (RefusedException e) {
            if (!ASK_AGAIN.contains(e.failure())) {
                throw e;
            }
            return e.text();
        }
    }
}
