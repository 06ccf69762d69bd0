package fr.brume.bench.imaging;

import fr.brume.protocol.image.PartitionManifest;
import fr.brume.protocol.image.RegionEntry;
import fr.brume.protocol.tls.Pin;
import fr.brume.protocol.tls.PinnedTrust;
import fr.brume.protocol.tls.SecureChannel;
import fr.brume.protocol.transfer.PartitionDownload;
import fr.brume.protocol.transfer.TransferClient;
import java.net.InetSocketAddress;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that read every region of an image and throw it away: {@code ReadingClients PORT KEY IMAGE COUNT [PIN]}; see {@link ImagingRun}. */
public final class ReadingClients {
    private static final int AHEAD = PartitionDownload.BATCH / 2;

    private ReadingClients() {}

    public static void main(String[] arguments) throws Exception {
        InetSocketAddress server = new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0]));
        byte[] key = MessageDigest.getInstance("SHA-256")
                .digest(Base64.getUrlDecoder().decode(arguments[1]));
        List<String> files = new KeptImage(Path.of(arguments[2]))
                .image().manifest().disks().get(0).partitions().stream()
                        .filter(partition -> !partition.file().isEmpty())
                        .map(PartitionManifest::file)
                        .toList();
        int count = Integer.parseInt(arguments[3]);
        String pin = arguments.length > 4 ? arguments[4] : "";
        ExecutorService threads = Executors.newFixedThreadPool(count);
        List<Future<?>> clients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            clients.add(threads.submit(() -> {
                for (String file : files) {
                    read(server, key, file, pin);
                }
                return null;
            }));
        }
        threads.shutdown();
        for (Future<?> client : clients) {
            client.get();
        }
    }

    private static void read(InetSocketAddress server, byte[] key, String file, String pin) throws Exception {
        SocketChannel socket = SocketChannel.open(server);
        ByteChannel line = pin.isEmpty()
                ? socket
                : SecureChannel.connect(socket, new PinnedTrust(pin).connect(), server.getHostString());
        Optional<Pin> inside = pin.isEmpty() ? Optional.empty() : Optional.of(new Pin(pin));
        try (TransferClient client = TransferClient.connect(line, inside, "read", key, new SecureRandom())) {
            PartitionDownload download = client.download();
            long count = download.open(file).storedRegions();
            for (long first = 0; first < count; ) {
                List<RegionEntry> page = download.entries(first, (int) Math.min(PartitionDownload.PAGE, count - first));
                readAll(download, page.stream().map(RegionEntry::number).toList());
                first += page.size();
            }
        }
    }

    private static void readAll(PartitionDownload download, List<Long> regions) throws Exception {
        int asked = 0;
        for (int i = 0; i < regions.size(); i++) {
            if (asked - i < AHEAD && asked < regions.size()) {
                int next = Math.min(regions.size(), asked + AHEAD);
                download.askRegions(regions.subList(asked, next));
                asked = next;
            }
            download.receive();
        }
    }
}
