package fr.brume.lab.network;

import fr.brume.test.process.Await;
import fr.brume.test.process.BackgroundProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Makes QEMU's iPXE ROM look like the ROM of a vendor: the packets to the server's TFTP port pass a relay that changes
 * the block size in the very first request, so that the server really hands out {@code undionly.kpxe}. The product has
 * no switch for this. Runs as a process in the server's namespace. Not thread-safe.
 */
public final class UndionlyRelay implements AutoCloseable {
    private static final int PORT = 6900;

    private final BackgroundProcess process;

    private UndionlyRelay(BackgroundProcess process) {
        this.process = process;
    }

    /**
     * Puts the relay into the way from the LAN to the server.
     *
     * @return the running relay
     */
    public static UndionlyRelay start() {
        Path log = emptied(LabFolder.of("relay").resolve("relay.log"));
        List<String> words = Namespace.SERVER.command(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                UndionlyRelayProcess.class.getName(),
                Integer.toString(PORT),
                Lan.SERVER);
        UndionlyRelay relay = new UndionlyRelay(BackgroundProcess.start(log, Map.of(), words));
        Await.until("relay", Duration.ofSeconds(20), () -> relay.said().contains("listening"));
        Namespace.SERVER.run(
                "nft",
                "add table ip brlab; add chain ip brlab in { type nat hook prerouting priority dstnat; };"
                        + " add rule ip brlab in iif eth0 udp dport 69 redirect to :" + PORT);
        return relay;
    }

    private static Path emptied(Path log) {
        try {
            return Files.writeString(log, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return one line for each request that passed, with the file and the block size sent on} */
    public String said() {
        return process.said();
    }

    @Override
    public void close() {
        Namespace.SERVER.run("nft", "delete table ip brlab");
        process.close();
    }
}
