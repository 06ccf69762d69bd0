package fr.brume.agent.disk;

import fr.brume.agent.progress.Detailed;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;

/** A program failed, or what it said means another failure; keeps its last lines for the task's log. */
public final class ToolFailedException extends FailureException implements Detailed {
    private static final long serialVersionUID = 1L;

    private final String detail;

    public ToolFailedException(String tool, String device, ToolResult result) {
        this(Failure.TOOL_FAILED, result, tool, device, result.lastLine());
    }

    /** @param meaning of what the program said */
    public ToolFailedException(Failure meaning, ToolResult result, String... arguments) {
        super(meaning, arguments);
        this.detail = result.lastLines();
    }

    @Override
    public String detail() {
        return detail;
    }
}
