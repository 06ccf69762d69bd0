package fr.brume.agent.resize;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the kernel says that can be taken without swapping. */
public final class FreeMemory {
    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB$");

    private FreeMemory() {}

    /**
     * Bytes; 0 when the kernel does not say.
     *
     * @param proc where the kernel shows itself
     */
    public static long bytes(Path proc) {
        try {
            Matcher line = AVAILABLE.matcher(Files.readString(proc.resolve("meminfo"), StandardCharsets.US_ASCII));
            return line.find() ? Long.parseLong(line.group(1)) << 10 : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
