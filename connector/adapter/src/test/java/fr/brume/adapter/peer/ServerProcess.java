package fr.brume.adapter.peer;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts and questions a {@link ServerMain}. */
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;
    private final int tftpPort;
    private final int transferPort;

    /** What the process holds: transfers under way, live heap in bytes, threads, descriptors and bytes of buffers outside the heap. */
    record Usage(long transfers, long heap, long threads, long descriptors, long direct) {}

    /** A server for the files of a folder; {@code prefix} is what runs it elsewhere, such as {@code ip netns exec}. */
    ServerProcess(List<String> prefix, Path folder, String address) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-cp", classPath));
        command.addAll(List.of(ServerMain.class.getName(), folder.toString(), address, "0", "0"));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = process.inputReader();
        in = process.outputWriter();
        tftpPort = Integer.parseInt(out.readLine().split(" ")[1]);
        transferPort = Integer.parseInt(out.readLine().split(" ")[1]);
    }

    int tftpPort() {
        return tftpPort;
    }

    int transferPort() {
        return transferPort;
    }

    Usage usage() throws IOException {
        String[] fields = ask("usage").split(" ");
        return new Usage(number(fields[0]), number(fields[1]), number(fields[2]), number(fields[3]), number(fields[4]));
    }

    /** Has the server wake a machine. */
    void wake(String mac) throws IOException {
        ask("wake " + mac);
    }

    private String ask(String question) throws IOException {
        in.write(question + "\n");
        in.flush();
        return out.readLine();
    }

    private static long number(String field) {
        return Long.parseLong(field);
    }

    @Override
    public void close() throws IOException {
        in.close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the server does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
