package fr.brume.adapter.peer;

import fr.brume.adapter.support.RunningAdapter;
import fr.brume.adapter.support.TransferBean;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.link.BootFileAnswer;
import fr.brume.protocol.link.BootFileRequest;
import fr.brume.protocol.link.LinkException;
import fr.brume.protocol.link.ListenerSettings;
import fr.brume.protocol.link.MachineLink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The adapter in a process of its own, serving a folder: {@code ServerMain FOLDER ADDRESS TFTP-PORT TRANSFER-PORT}. Answers the line
 * {@code usage} with {@code transfers heap threads descriptors native} and {@code wake MAC} with an empty line; ends with its input.
 */
public final class ServerMain {
    private ServerMain() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Path.of(arguments[0]);
        try (RunningAdapter adapter = new RunningAdapter(request -> find(folder, request), new TransferBean());
                MachineLink link = adapter.connect();
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            int tftp = Integer.parseInt(arguments[2]);
            int transfer = Integer.parseInt(arguments[3]);
            link.open(new ListenerSettings(arguments[1], tftp, transfer))
                    .forEach(state -> out.println(state.protocol() + " " + state.port() + " " + state.reason()));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(line.startsWith("wake ") ? wake(link, line.substring(5)) : usage(link));
            }
        }
    }

    private static BootFileAnswer find(Path folder, BootFileRequest request) {
        Optional<Path> file = Optional.of(folder.resolve(Path.of(request.name()).getFileName()))
                .filter(Files::isRegularFile);
        return file.<BootFileAnswer>map(BootFileAnswer.OnDisk::new)
                .orElse(new BootFileAnswer.Refused(1, "file not found"));
    }

    private static String wake(MachineLink link, String mac) throws LinkException {
        link.wake(new MacAddress(mac));
        return "";
    }

    private static String usage(MachineLink link) throws IOException {
        return link.transfers().size() + " " + heap() + " " + threads() + " " + descriptors() + " " + direct();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long direct() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    private static long threads() throws IOException {
        return entries("/proc/self/task");
    }

    private static long descriptors() throws IOException {
        return entries("/proc/self/fd");
    }

    private static long entries(String folder) throws IOException {
        try (Stream<Path> entries = Files.list(Path.of(folder))) {
            return entries.count();
        }
    }
}
