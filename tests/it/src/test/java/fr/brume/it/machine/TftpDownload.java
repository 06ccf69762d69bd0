package fr.brume.it.machine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** TFTP as a boot ROM speaks it: lockstep, from an address of the loopback network. Not safe for threads. */
final class TftpDownload {
    private static final int PATIENCE = 5_000;
    private static final int TRIES = 4;
    private static final int DATA = 3;
    private static final int ERROR = 5;
    private static final int OPTIONS = 6;

    private final InetSocketAddress server;
    private final InetAddress from;
    private final int blockSize;

    TftpDownload(InetSocketAddress server, String from, int blockSize) throws IOException {
        this.server = server;
        this.from = InetAddress.getByName(from);
        this.blockSize = blockSize;
    }

    /** Asks for the size only and says goodbye, as firmware does. */
    void askSize(String file) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, from)) {
            DatagramPacket answer = exchange(socket, request(file, "tsize\0000\0"), server);
            if (answer.getData()[1] != OPTIONS) {
                throw new IOException("no size of " + file + ": " + text(answer));
            }
            byte[] aborted = "\0\5\0\10aborted\0".getBytes(StandardCharsets.US_ASCII);
            socket.send(new DatagramPacket(aborted, aborted.length, answer.getSocketAddress()));
        }
    }

    /** Gets the whole file. */
    byte[] get(String file) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (DatagramSocket socket = new DatagramSocket(0, from)) {
            DatagramPacket packet = exchange(socket, request(file, "tsize\0000\0"), server);
            short block = 0;
            while (packet.getData()[1] == OPTIONS
                    || packet.getData()[1] == DATA && packet.getLength() == blockSize + 4) {
                block = take(packet, block, content);
                packet = exchange(socket, acknowledgement(block), (InetSocketAddress) packet.getSocketAddress());
            }
            if (packet.getData()[1] == ERROR) {
                throw new IOException(file + ": " + text(packet));
            }
            byte[] last = acknowledgement(take(packet, block, content));
            socket.send(new DatagramPacket(last, last.length, packet.getSocketAddress()));
        }
        return content.toByteArray();
    }

    private static short take(DatagramPacket packet, short before, ByteArrayOutputStream content) {
        if (packet.getData()[1] == OPTIONS) {
            return 0;
        }
        short number = ByteBuffer.wrap(packet.getData()).getShort(2);
        if (number == (short) (before + 1)) {
            content.write(packet.getData(), 4, packet.getLength() - 4);
        }
        return number;
    }

    private DatagramPacket exchange(DatagramSocket socket, byte[] words, InetSocketAddress to) throws IOException {
        socket.setSoTimeout(PATIENCE);
        DatagramPacket answer = new DatagramPacket(new byte[blockSize + 4], blockSize + 4);
        for (int i = 0; i < TRIES; i++) {
            socket.send(new DatagramPacket(words, words.length, to));
            try {
                socket.receive(answer);
                return answer;
            } catch (SocketTimeoutException lost) {
                continue;
            }
        }
        throw new SocketTimeoutException("no answer of " + to);
    }

    private byte[] request(String file, String more) {
        return ("\0\1" + file + "\0octet\0blksize\0" + blockSize + "\0" + more).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] acknowledgement(short block) {
        return ByteBuffer.allocate(4).putShort((short) 4).putShort(block).array();
    }

    private static String text(DatagramPacket packet) {
        return new String(packet.getData(), 4, packet.getLength() - 4, StandardCharsets.US_ASCII);
    }
}
