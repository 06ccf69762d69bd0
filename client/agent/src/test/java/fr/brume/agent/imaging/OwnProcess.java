package fr.brume.agent.imaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Java program of the tests, in a process that can be killed and whose memory can be looked at. */
final class OwnProcess implements AutoCloseable {
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private final Process process;
    private long peak;

    private OwnProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts one.
     *
     * @param around programs that start it, such as one that limits its memory
     */
    static OwnProcess start(List<String> around, List<String> options, Class<?> main, List<String> arguments)
            throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return start(around, options, classPath, main.getName(), arguments);
    }

    static OwnProcess start(
            List<String> around, List<String> options, String classPath, String main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(around);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        return new OwnProcess(builder.start());
    }

    /** The next line that it says. */
    String line() throws IOException {
        return process.inputReader().readLine();
    }

    /** Nothing more comes on its standard input. */
    void endOfInput() throws IOException {
        process.outputWriter().close();
    }

    /** As by {@code kill -9}, with the tools that it has started; waits until it is gone. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    /** Waits for its end; its exit code. */
    int end() throws IOException, InterruptedException {
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
            look();
        }
        return process.exitValue();
    }

    /** Bytes of memory that it has had at most, as far as was looked. */
    long peak() throws IOException {
        look();
        return peak;
    }

    private void look() throws IOException {
        try {
            Matcher said = PEAK.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
            peak = said.find() ? Long.parseLong(said.group(1)) << 10 : peak;
        } catch (NoSuchFileException e) {
            // It has ended.
        }
    }

    @Override
    public void close() {
        kill();
    }
}
