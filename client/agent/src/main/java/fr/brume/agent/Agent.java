package fr.brume.agent;

import fr.brume.agent.boot.BootFiles;
import fr.brume.agent.progress.ConnectionState;
import fr.brume.agent.progress.Waiting;
import fr.brume.agent.screen.Display;
import fr.brume.agent.screen.NoticeView;
import fr.brume.agent.screen.Texts;
import fr.brume.agent.server.AgentServer;
import fr.brume.agent.task.Activity;
import fr.brume.agent.task.Conversation;
import fr.brume.agent.task.FailureEnd;
import fr.brume.agent.task.Outcome;
import fr.brume.protocol.agent.InventoryReport;
import fr.brume.protocol.agent.NetworkInterfaceReport;
import fr.brume.protocol.agent.Purpose;
import fr.brume.protocol.agent.Session;
import fr.brume.protocol.agent.SessionRequest;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.util.Locale;
import java.util.Map;

/** One run of the agent: session, then the activity that the server asks for, then its end, good or bad. */
final class Agent {
    private final AgentServer server;
    private final ConnectionState connection;
    private final Display display;
    private final Waiting waiting;
    private final Map<Purpose, Activity> activities;
    private Texts texts = new Texts(Locale.FRENCH);
    private boolean session;

    Agent(
            AgentServer server,
            ConnectionState connection,
            Display display,
            Waiting waiting,
            Map<Purpose, Activity> activities) {
        this.server = server;
        this.connection = connection;
        this.display = display;
        this.waiting = waiting;
        this.activities = Map.copyOf(activities);
    }

    Outcome run(BootFiles boot, InventoryReport inventory) {
        try {
            return act(boot, inventory);
        } catch (FailureException e) {
            return end(e);
        } catch (OutOfMemoryError e) {
            return end(
                    new FailureException(Failure.NOT_ENOUGH_MEMORY, e, "512 Mo", texts.bytes(inventory.memoryBytes())));
        } catch (RuntimeException e) {
            return end(new FailureException(Failure.INTERNAL, e));
        }
    }

    private Outcome act(BootFiles boot, InventoryReport inventory) throws FailureException {
        display.show(NoticeView.of("starting", boot.url().toString()));
        Session opened = server.redeem(new SessionRequest(
                boot.ticket(),
                inventory.interfaces().stream().map(NetworkInterfaceReport::mac).toList(),
                inventory.systemUuid(),
                Version.TEXT));
        session = true;
        texts = new Texts(Locale.forLanguageTag(opened.locale()));
        display.speak(texts);
        Activity activity = activities.get(opened.purpose());
        if (activity == null) {
            throw new FailureException(Failure.PROTOCOL_ERROR, String.valueOf(opened.purpose()));
        }
        return activity.run(new Conversation(server, opened, inventory, display, connection, waiting));
    }

    private Outcome end(FailureException failure) {
        return new FailureEnd(display, waiting).end(failure, session ? server : null, texts);
    }
}
