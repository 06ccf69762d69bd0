package fr.brume.agent.steps;

import fr.brume.agent.disk.ToolFailedException;
import fr.brume.agent.disk.ToolResult;
import fr.brume.agent.disk.Tools;
import fr.brume.agent.progress.TaskProgress;
import fr.brume.protocol.agent.StepScript;
import fr.brume.protocol.agent.StepScript.ScriptMoment;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.finding.Finding;
import fr.brume.protocol.finding.FindingKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the scripts of the site, ten minutes each at most; what they say becomes part of the task's result. */
public final class ScriptRun {
    /** What the portal keeps of the output of one. */
    private static final int LONGEST_OUTPUT = 1500;

    private final Tools tools;
    private final TaskProgress progress;

    public ScriptRun(Tools tools, TaskProgress progress) {
        this.tools = tools;
        this.progress = progress;
    }

    /**
     * Runs those of this moment in order, up to the first that fails.
     *
     * @param facts what a script is told, by name of the variable
     * @throws FailureException STEP_FAILED when one ends with another code than 0
     */
    public void run(List<StepScript> scripts, ScriptMoment moment, Map<String, String> facts) throws FailureException {
        for (StepScript script : scripts) {
            if (script.moment() == moment) {
                run(script, facts);
            }
        }
    }

    private void run(StepScript script, Map<String, String> facts) throws FailureException {
        List<String> command = new ArrayList<>(List.of("env"));
        facts.forEach((name, value) -> command.add(name + "=" + value));
        Path file = file(script);
        command.addAll(List.of("sh", file.toString()));
        try {
            ToolResult result = tools.run(command, "");
            String said = end(result.lastLines());
            if (result.exitCode() != 0) {
                progress.found(
                        Finding.of(script.name(), FindingKind.SCRIPT_FAILED, script.name(), result.exitCode(), said));
                String words = result.exitCode() + ", " + result.lastLine();
                throw new ToolFailedException(Failure.STEP_FAILED, result, script.name(), words);
            }
            progress.found(Finding.of(script.name(), FindingKind.SCRIPT_RAN, script.name(), said));
        } finally {
            delete(file);
        }
    }

    private static Path file(StepScript script) throws FailureException {
        try {
            return Files.writeString(Files.createTempFile("script", ".sh"), script.content(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, script.name(), "tmp", e.toString());
        }
    }

    private static void delete(Path file) throws FailureException {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, file.toString(), "tmp", e.toString());
        }
    }

    private static String end(String said) {
        return said.length() > LONGEST_OUTPUT ? said.substring(said.length() - LONGEST_OUTPUT) : said;
    }
}
