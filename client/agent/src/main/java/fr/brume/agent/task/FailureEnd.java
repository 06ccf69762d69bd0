package fr.brume.agent.task;

import fr.brume.agent.progress.Detailed;
import fr.brume.agent.progress.Waiting;
import fr.brume.agent.screen.Display;
import fr.brume.agent.screen.FailureView;
import fr.brume.agent.screen.NoticeView;
import fr.brume.agent.screen.Texts;
import fr.brume.agent.server.AgentServer;
import fr.brume.agent.server.RefusedException;
import fr.brume.protocol.agent.FailureReport;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** The end of an activity that failed: the server is told, the screen says why and what comes next. */
public final class FailureEnd {
    private static final long SHOWN_SECONDS = 60;
    private static final long CANCELLED_SECONDS = 10;
    private static final int LONGEST_DETAIL = 4000;

    private final Display display;
    private final Waiting waiting;

    public FailureEnd(Display display, Waiting waiting) {
        this.display = display;
        this.waiting = waiting;
    }

    /** @param server to tell; null when there is no session yet */
    public Outcome end(FailureException failure, AgentServer server, Texts texts) {
        if (failure.failure() == Failure.CANCELLED) {
            display.show(NoticeView.of("cancelled"));
            tell(failure, server);
            new Countdown(display, waiting)
                    .run(CANCELLED_SECONDS, left -> new NoticeView("cancelled", List.of(), "next.restart", left));
            return Outcome.REBOOT;
        }
        String cause = cause(failure, texts);
        display.show(new FailureView(cause, FailureView.TELLING, 0));
        String told = tell(failure, server) ? FailureView.REPORTED : FailureView.NOT_REPORTED;
        new Countdown(display, waiting).run(SHOWN_SECONDS, left -> new FailureView(cause, told, left));
        return Outcome.FAILED;
    }

    /** Whether the server knows; waits for it as long as any request does. */
    private static boolean tell(FailureException failure, AgentServer server) {
        if (server == null) {
            return false;
        }
        try {
            server.fail(new FailureReport(failure.failure().code(), failure.arguments(), detail(failure)));
            return true;
        } catch (RefusedException e) {
            // The task is over for the server: it was cancelled, or the cause came from the server itself.
            return true;
        } catch (FailureException e) {
            return false;
        }
    }

    private static String cause(FailureException failure, Texts texts) {
        if (failure instanceof RefusedException refused && !refused.text().isEmpty()) {
            return refused.text();
        }
        return texts.failure(failure.failure(), failure.arguments());
    }

    /** For the task's log, not for people: what the tool said last, or where the exception came from. */
    private static String detail(FailureException failure) {
        String detail = failure instanceof Detailed detailed ? detailed.detail() : trace(failure);
        return detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
    }

    private static String trace(FailureException failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
