package fr.brume.agent.operator;

import fr.brume.agent.operator.OperatorActivity.Desk;
import fr.brume.agent.screen.NoticeView;
import fr.brume.agent.server.RefusedException;
import fr.brume.agent.task.Activity;
import fr.brume.agent.task.Conversation;
import fr.brume.agent.task.Outcome;
import fr.brume.protocol.agent.DeployRequest;
import fr.brume.protocol.agent.RegistrationAnswer;
import fr.brume.protocol.agent.RegistrationForm;
import fr.brume.protocol.fault.FailureException;

/** Registers the machine under the name and with the values that a person types; deploys its image at once when asked. */
public final class FullRegistration implements Activity {
    static final String TITLE = "register.title";

    private final Desk desk;
    private final Activity task;

    /** @param task the imaging that follows when the image is deployed at once */
    public FullRegistration(Desk desk, Activity task) {
        this.desk = desk;
        this.task = task;
    }

    @Override
    public Outcome run(Conversation conversation) throws FailureException {
        try {
            return ask(conversation);
        } catch (RefusedException e) {
            return Ending.refused(conversation, e);
        }
    }

    private Outcome ask(Conversation conversation) throws FailureException {
        Login login = new Login(desk.questions(), desk.server());
        RegistrationForm form = desk.server().registrationForm(conversation.inventory(), false);
        if (form.loginRequired()) {
            if (!login.ask(TITLE)) {
                return Ending.cancelled(conversation);
            }
            form = desk.server().registrationForm(conversation.inventory(), true);
        }
        if (!form.hostName().isEmpty()) {
            return Ending.of(conversation, "registered.already", form.hostName());
        }
        return fill(conversation, form, login);
    }

    private Outcome fill(Conversation conversation, RegistrationForm form, Login login) throws FailureException {
        RegistrationSheet sheet =
                new RegistrationSheet(desk, login, form, conversation.display().texts());
        boolean goesOn = sheet.fill();
        while (goesOn) {
            conversation.display().show(NoticeView.of("registering"));
            RegistrationAnswer answer = desk.server().register(sheet.request(conversation.inventory()), login.done());
            if (answer.refusals().isEmpty()) {
                return registered(conversation.as(answer.hostName()), sheet, answer.pending());
            }
            goesOn = sheet.correct(answer);
        }
        return Ending.cancelled(conversation);
    }

    private Outcome registered(Conversation conversation, RegistrationSheet sheet, boolean pending)
            throws FailureException {
        if (pending || !sheet.deploy()) {
            String host = conversation.session().hostName();
            return Ending.of(conversation, pending ? "registered.pending" : "registered", host);
        }
        desk.server().deploy(new DeployRequest(sheet.imageId(), conversation.inventory()));
        return task.run(conversation);
    }
}
