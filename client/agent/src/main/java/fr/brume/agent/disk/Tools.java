package fr.brume.agent.disk;

import fr.brume.protocol.fault.FailureException;
import java.io.InputStream;
import java.util.List;

/** Starts the programs of the environment. Safe for threads. */
public interface Tools {
    int LONGEST_ERRORS = 4000;

    /**
     * Runs a program to its end, ten minutes at most unless it checks a file system.
     *
     * @param input for its standard input
     * @throws FailureException TOOL_FAILED when it cannot be started or does not end
     */
    ToolResult run(List<String> command, String input) throws FailureException;

    default ToolResult run(String... command) throws FailureException {
        return run(List.of(command), "");
    }

    /** Runs a program; any exit code but 0 is a failure of the tool on this device. */
    default ToolResult require(String device, String... command) throws FailureException {
        ToolResult result = run(command);
        if (result.exitCode() != 0) {
            throw new ToolFailedException(command[0], device, result);
        }
        return result;
    }

    /** Starts a program whose standard output is read while it runs. */
    RunningTool start(String... command) throws FailureException;

    /** A program at work; closing it stops it. */
    interface RunningTool extends AutoCloseable {
        InputStream output();

        /** Waits for its end, or stops it when it goes on, and says how it ended. */
        ToolResult end() throws FailureException;

        @Override
        void close();
    }
}
