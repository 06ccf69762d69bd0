package fr.brume.agent.disk;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Programs that say what the test tells them to, by name. */
public final class ScriptedTools implements Tools {
    private final Map<String, ToolResult> results = new HashMap<>();

    public ScriptedTools says(String program, int exitCode, String output, String errors) {
        results.put(program, new ToolResult(exitCode, output, errors));
        return this;
    }

    @Override
    public ToolResult run(List<String> command, String input) {
        return results.getOrDefault(command.get(0), new ToolResult(0, "", ""));
    }

    @Override
    public RunningTool start(String... command) {
        ToolResult result = run(List.of(command), "");
        return new RunningTool() {
            @Override
            public InputStream output() {
                return new ByteArrayInputStream(result.output().getBytes(StandardCharsets.ISO_8859_1));
            }

            @Override
            public ToolResult end() {
                return result;
            }

            @Override
            public void close() {
                // Nothing runs.
            }
        };
    }
}
