package fr.brume.agent.disk;

/**
 * How a program ended.
 *
 * @param exitCode of it; -1 when it had to be stopped
 * @param output standard output, 4 MiB at most
 * @param errors last 4000 characters of standard error
 */
public record ToolResult(int exitCode, String output, String errors) {
    /** Whether either stream says this. */
    public boolean says(String text) {
        return output.contains(text) || errors.contains(text);
    }

    /** The last lines of both, for the task's log. */
    public String lastLines() {
        String all = (output + "\n" + errors).strip();
        return all.length() > Tools.LONGEST_ERRORS ? all.substring(all.length() - Tools.LONGEST_ERRORS) : all;
    }

    /** The last line that says something. */
    public String lastLine() {
        String all = lastLines();
        return all.substring(all.lastIndexOf('\n') + 1);
    }
}
