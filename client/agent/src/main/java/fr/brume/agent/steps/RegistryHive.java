package fr.brume.agent.steps;

import fr.brume.agent.disk.ToolFailedException;
import fr.brume.agent.disk.ToolResult;
import fr.brume.agent.disk.Tools;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The registry file of a Windows that is not running, read and changed by {@code reged} in the format of regedit. */
final class RegistryHive {
    private static final String PREFIX = "HKEY_LOCAL_MACHINE\\HIVE";
    private static final int NOTHING_CHANGED = 0;
    private static final int WRITTEN = 2;
    /** Said of a place in the hive that should be a key and is none; the program goes on as if it were not there. */
    private static final String BROKEN_KEY = "'nk' node";

    private final Tools tools;
    private final Path file;

    RegistryHive(Tools tools, Path file) {
        this.tools = tools;
        this.file = file;
    }

    /** The number in this value; empty when key or value are not there. */
    Optional<Integer> number(String key, String value) throws FailureException {
        Path text = temporary();
        try {
            tools.run("reged", "-x", file.toString(), PREFIX, "\\" + key, text.toString());
            Matcher line = Pattern.compile("\"" + Pattern.quote(value) + "\"=dword:([0-9a-fA-F]{8})")
                    .matcher(Files.readString(text, StandardCharsets.ISO_8859_1));
            return line.find() ? Optional.of((int) Long.parseLong(line.group(1), 16)) : Optional.empty();
        } catch (IOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, "reged", file.toString(), e.toString());
        } finally {
            delete(text);
        }
    }

    /**
     * The text in this value; empty when hive, key or value are not there, or nothing is in it. Only that value is read: some keys hold
     * most of a hive.
     *
     * @throws FailureException TOOL_FAILED when it cannot be read, or is no text: what is there must not be taken for nothing
     */
    Optional<String> text(String key, String value) throws FailureException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String commands = "cd \\" + key + "\ncat " + value + "\nq\n";
        ToolResult said = tools.run(List.of("reged", "-e", file.toString()), commands);
        Matcher shown = Pattern.compile("Value <" + Pattern.quote(value) + "> of type REG_(?:EXPAND_)?SZ .*\n(.*)")
                .matcher(said.output());
        if (shown.find()) {
            return Optional.of(shown.group(1).strip());
        }
        boolean none = said.says("No such value <" + value + ">") || said.says("Value <" + value + "> has zero length");
        if (said.exitCode() != 0 || said.says(BROKEN_KEY) || !none) {
            throw new ToolFailedException("reged", file.toString(), said);
        }
        return Optional.empty();
    }

    /**
     * Writes strings.
     *
     * @param values text by name of the value; plain ASCII without quotes
     */
    void write(String key, Map<String, String> values) throws FailureException {
        StringBuilder lines = new StringBuilder();
        values.forEach((name, value) ->
                lines.append('"').append(name).append("\"=\"").append(value).append("\"\r\n"));
        change(key, lines.toString());
    }

    /** Writes a text in which Windows puts the values of its variables. */
    void writeExpandable(String key, String name, String value) throws FailureException {
        byte[] text = (value + "\0").getBytes(StandardCharsets.UTF_16LE);
        change(key, "\"" + name + "\"=hex(2):" + HexFormat.ofDelimiter(",").formatHex(text) + "\r\n");
    }

    private void change(String key, String lines) throws FailureException {
        String text = "Windows Registry Editor Version 5.00\r\n\r\n[" + PREFIX + "\\" + key + "]\r\n" + lines;
        Path changes = temporary();
        try {
            Files.writeString(changes, text, StandardCharsets.US_ASCII);
            ToolResult result = tools.run("reged", "-C", "-I", file.toString(), PREFIX, changes.toString());
            if (result.exitCode() != WRITTEN && result.exitCode() != NOTHING_CHANGED || result.says("FAILED")) {
                throw new ToolFailedException("reged", file.toString(), result);
            }
        } catch (IOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, "reged", file.toString(), e.toString());
        } finally {
            delete(changes);
        }
    }

    private static Path temporary() throws FailureException {
        try {
            return Files.createTempFile("hive", ".reg");
        } catch (IOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, "reged", "tmp", e.toString());
        }
    }

    private static void delete(Path file) throws FailureException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new FailureException(Failure.TOOL_FAILED, e, "reged", file.toString(), e.toString());
        }
    }
}
