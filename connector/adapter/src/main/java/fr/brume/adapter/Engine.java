package fr.brume.adapter;

import fr.brume.adapter.dhcp.DhcpService;
import fr.brume.adapter.inbound.Endpoints;
import fr.brume.adapter.loop.EventLoop;
import fr.brume.adapter.loop.LongWork;
import fr.brume.adapter.loop.WorkerPool;
import fr.brume.adapter.net.Broadcaster;
import fr.brume.adapter.net.LocalAddresses;
import fr.brume.adapter.tftp.TftpLimits;
import fr.brume.adapter.tftp.TftpService;
import fr.brume.adapter.transfer.TransferLimits;
import fr.brume.adapter.transfer.TransferService;
import fr.brume.protocol.MacAddress;
import fr.brume.protocol.link.LinkException;
import fr.brume.protocol.link.ListenerSettings;
import fr.brume.protocol.link.ListenerState;
import fr.brume.protocol.link.TransferSnapshot;
import fr.brume.protocol.wake.MagicPacket;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All that runs between start and stop of the adapter: two event loops, the pool, and what listens on them. Safe for threads. */
public final class Engine {
    private static final Logger LOG = System.getLogger(Engine.class.getName());
    private static final int QUEUE = 2048;
    private static final int INTERFACE_SECONDS = 10;
    private static final int STOP_SECONDS = 10;

    private final EventLoop tftpLoop;
    private final EventLoop transferLoop;
    private final WorkerPool pool;
    private final TftpService tftp;
    private final DhcpService dhcp;
    private final TransferService transfers;
    private ListenerSettings settings;

    Engine(Endpoints endpoints, int workers) throws IOException {
        tftpLoop = new EventLoop("brume-tftp");
        transferLoop = new EventLoop("brume-transfer");
        pool = new WorkerPool(workers, QUEUE);
        tftp = new TftpService(tftpLoop, pool, endpoints, TftpLimits.USUAL);
        dhcp = new DhcpService(tftpLoop, pool, endpoints);
        transfers = new TransferService(transferLoop, pool, endpoints, TransferLimits.USUAL);
        tftpLoop.repeat(INTERFACE_SECONDS, () -> pool.offer(this::followInterfaces));
    }

    /** Hands every thread to the container. */
    void start(WorkManager container) throws WorkException {
        for (LongWork work : works()) {
            container.startWork(work);
        }
    }

    private List<LongWork> works() {
        List<LongWork> works = new ArrayList<>(pool.workers());
        works.add(tftpLoop);
        works.add(transferLoop);
        return works;
    }

    /** See {@link fr.brume.protocol.link.MachineLink#open}. */
    public synchronized List<ListenerState> open(ListenerSettings wanted) throws LinkException {
        if (wanted.equals(settings)) {
            return listeners();
        }
        try {
            InetAddress address = InetAddress.getByName(wanted.address());
            Set<InetAddress> addresses = address.isAnyLocalAddress() ? LocalAddresses.all() : Set.of(address);
            if (settings == null || !settings.withoutDhcp().equals(wanted.withoutDhcp())) {
                close();
                call(tftpLoop, () -> tftp.listen(addresses, wanted.tftpPort()));
                call(transferLoop, () -> transfers.listen(address, wanted.transferPort(), wanted.identity()));
            }
            call(tftpLoop, () -> dhcp.listen(address, addresses, wanted.dhcp()));
        } catch (IOException e) {
            throw new LinkException("cannot listen on " + wanted.address(), e);
        }
        settings = wanted;
        return listeners();
    }

    /** See {@link fr.brume.protocol.link.MachineLink#closeListeners}. */
    public synchronized void close() throws LinkException {
        settings = null;
        call(tftpLoop, () -> {
            tftp.close();
            dhcp.close();
            return true;
        });
        call(transferLoop, () -> {
            transfers.close();
            return true;
        });
    }

    public List<ListenerState> listeners() {
        return both(
                () -> Stream.of(tftp.states(), dhcp.states())
                        .flatMap(List::stream)
                        .toList(),
                transfers::states);
    }

    public List<TransferSnapshot> transfers() {
        return both(tftp::snapshots, transfers::snapshots);
    }

    public boolean cancel(String id) {
        return both(() -> List.of(tftp.cancel(id)), () -> List.of(transfers.cancel(id)))
                .contains(true);
    }

    /** See {@link fr.brume.protocol.link.MachineLink#wake}. */
    public void wake(MacAddress mac) throws LinkException {
        try {
            if (Broadcaster.send(MagicPacket.of(mac), MagicPacket.PORT) == 0) {
                throw new LinkException("no interface can broadcast");
            }
        } catch (IOException e) {
            throw new LinkException("cannot wake " + mac, e);
        }
    }

    /** Frees sockets, files and threads; what the pool has still to tell the application it tells. */
    void stop() {
        try {
            close();
            pool.stop();
            awaitEnd(pool.workers());
        } catch (LinkException e) {
            LOG.log(Level.WARNING, "The sockets were not closed in time", e);
        }
        tftpLoop.release();
        transferLoop.release();
        awaitEnd(List.of(tftpLoop, transferLoop));
    }

    private static void awaitEnd(List<? extends LongWork> works) {
        try {
            for (LongWork work : works) {
                if (!work.awaitEnd(STOP_SECONDS)) {
                    LOG.log(Level.WARNING, "{0} has not ended in time", work);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void followInterfaces() {
        if (settings != null && settings.address().equals("0.0.0.0")) {
            try {
                Set<InetAddress> addresses = LocalAddresses.all();
                tftpLoop.execute(() -> {
                    tftp.follow(addresses);
                    dhcp.follow(addresses);
                });
            } catch (SocketException e) {
                LOG.log(Level.WARNING, "The interfaces cannot be read", e);
            }
        }
    }

    private static <T> T call(EventLoop loop, Supplier<T> task) throws LinkException {
        try {
            return loop.call(task).orElseThrow(() -> new LinkException(loop + " does not answer"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkException("interrupted", e);
        }
    }

    /** Asks both loops; the part of one that does not answer, because it is being stopped, is left out. */
    private <T> List<T> both(Supplier<List<T>> ofTftp, Supplier<List<T>> ofTransfers) {
        List<T> all = new ArrayList<>();
        try {
            tftpLoop.call(ofTftp).ifPresent(all::addAll);
            transferLoop.call(ofTransfers).ifPresent(all::addAll);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return all;
    }
}
