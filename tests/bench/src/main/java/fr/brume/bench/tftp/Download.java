package fr.brume.bench.tftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;

/**
 * One client's download, counted and thrown away: RFC 1350 with blksize and windowsize. It acknowledges the last block of a window and, when a block is missing
 * or nothing comes, the last one in order. Of a block in the middle it reads the head only, to be as little as possible of what is measured. Its socket is connected to the transfer's port, as that of a real client is. Not safe for threads.
 */
final class Download implements AutoCloseable {
    private static final int HEAD = 4;
    private static final int DATA = 3;
    private static final int ACKNOWLEDGEMENT = 4;
    private static final int OPTIONS = 6;

    private final InetSocketAddress server;
    private final Scenario scenario;
    private final String file;
    private final DatagramChannel channel;
    private final ByteBuffer answer = ByteBuffer.allocateDirect(HEAD);
    private final long last;
    private boolean connected;
    private boolean behind;
    private long block;
    private int inWindow;
    private long bytes;
    private boolean complete;
    private long heardAt;
    private int repeats;

    Download(Selector selector, String local, InetSocketAddress server, Scenario scenario, String file)
            throws IOException {
        this.server = server;
        this.scenario = scenario;
        this.file = file;
        this.last = ((long) scenario.file() << 20) / scenario.blockSize() + 1;
        channel = DatagramChannel.open(StandardProtocolFamily.INET);
        channel.bind(new InetSocketAddress(local, 0));
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    void request() throws IOException {
        String options = "blksize\0" + scenario.blockSize() + "\0"
                + (scenario.window() > 1 ? "windowsize\0" + scenario.window() + "\0" : "");
        byte[] text = (file + "\0octet\0" + options).getBytes(StandardCharsets.US_ASCII);
        heardAt = System.nanoTime();
        channel.send(
                ByteBuffer.allocate(2 + text.length)
                        .putShort((short) 1)
                        .put(text)
                        .flip(),
                server);
    }

    /** Takes what has come, a window at most; true when an acknowledgement is due. */
    boolean receive(ByteBuffer packet, long now) throws IOException {
        heardAt = now;
        while (true) {
            packet.clear().limit(inOrder() ? HEAD : packet.capacity());
            if (connected ? channel.read(packet) <= 0 : !first(packet)) {
                return false;
            }
            if (take(packet.flip())) {
                return true;
            }
        }
    }

    /** Whether only the head of the next packet is read: in the middle of the file. The kernel drops the rest. */
    private boolean inOrder() {
        return connected && block > 0 && block + 1 < last;
    }

    private boolean first(ByteBuffer packet) throws IOException {
        InetSocketAddress from = (InetSocketAddress) channel.receive(packet);
        if (from == null) {
            return false;
        }
        channel.connect(from);
        connected = true;
        return true;
    }

    private boolean take(ByteBuffer packet) throws IOException {
        int opcode = packet.getShort(0);
        if (opcode == OPTIONS) {
            return block == 0;
        }
        if (opcode != DATA) {
            throw new IOException("the server says " + StandardCharsets.ISO_8859_1.decode(packet));
        }
        if (packet.getShort(2) != (short) (block + 1)) {
            return missing();
        }
        block++;
        inWindow++;
        behind = false;
        complete = block == last;
        bytes += complete ? packet.limit() - HEAD : scenario.blockSize();
        return complete || inWindow == scenario.window();
    }

    /** A block is not the next one: says once which was the last in order. */
    private boolean missing() {
        boolean first = !behind && scenario.window() > 1;
        behind = true;
        repeats += first ? 1 : 0;
        return first;
    }

    void acknowledge() throws IOException {
        inWindow = 0;
        answer.clear();
        answer.putShort((short) ACKNOWLEDGEMENT).putShort((short) block).flip();
        channel.write(answer);
    }

    /** Says again what it said last, when nothing has come for so long. */
    void tick(long now, long patience) throws IOException {
        if (complete || now - heardAt <= patience) {
            return;
        }
        heardAt = now;
        repeats++;
        if (connected) {
            acknowledge();
        } else {
            request();
        }
    }

    boolean complete() {
        return complete;
    }

    long bytes() {
        return bytes;
    }

    int repeats() {
        return repeats;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
