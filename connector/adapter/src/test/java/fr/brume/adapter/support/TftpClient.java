package fr.brume.adapter.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A small lockstep client of RFC 1350, with a look at single packets. */
public final class TftpClient implements AutoCloseable {
    private static final int BLOCK = 512;

    private final DatagramSocket socket;
    private final InetSocketAddress server;

    public TftpClient(InetSocketAddress server) throws IOException {
        this.server = server;
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        socket.setSoTimeout(3000);
    }

    /** The whole file. */
    public byte[] get(String name) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        request(name);
        DatagramPacket packet;
        do {
            packet = receive();
            if (packet.getData()[1] != 3) {
                throw new IOException(errorText(packet));
            }
            content.write(packet.getData(), 4, packet.getLength() - 4);
            acknowledge(packet);
        } while (packet.getLength() == BLOCK + 4);
        return content.toByteArray();
    }

    /** Sends a read request with options in a row: name, value, name, value. */
    public void request(String name, String... options) throws IOException {
        String tail = options.length == 0 ? "" : String.join("\0", options) + "\0";
        byte[] text = (name + "\0octet\0" + tail).getBytes(StandardCharsets.US_ASCII);
        send(ByteBuffer.allocate(2 + text.length).putShort((short) 1).put(text).array(), server);
    }

    public void acknowledge(DatagramPacket data) throws IOException {
        byte[] block = data.getData();
        send(new byte[] {0, 4, block[2], block[3]}, (InetSocketAddress) data.getSocketAddress());
    }

    public void send(byte[] packet, InetSocketAddress target) throws IOException {
        socket.send(new DatagramPacket(packet, packet.length, target));
    }

    public DatagramPacket receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        socket.receive(packet);
        return packet;
    }

    /** Whether nothing arrives for so many milliseconds. */
    public boolean silent(int milliseconds) throws IOException {
        socket.setSoTimeout(milliseconds);
        try {
            receive();
            return false;
        } catch (java.net.SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(3000);
        }
    }

    public static String errorText(DatagramPacket packet) {
        byte[] data = packet.getData();
        return data[1] + "/" + data[3] + " " + new String(data, 4, packet.getLength() - 5, StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        socket.close();
    }
}
