package fr.brume.it.machine;

import fr.brume.test.server.BrumeServer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.SocketFactory;

/** The first message of an image transfer, byte by byte. */
final class TransferHello {
    private static final int MAGIC = 0x4252554D;
    private static final int VERSION = 3;
    private static final int HELLO = 1;
    private static final int FAILURE = 5;
    private static final int NONCE = 32;
    private static final int PATIENCE = 20_000;

    private TransferHello() {}

    /** {@return the code of the refusal; 0 when the server answers with its challenge} */
    static int answer(BrumeServer server, String session) {
        return answer(SocketFactory.getDefault(), server, session);
    }

    /** The same through sockets of this kind. */
    static int answer(SocketFactory sockets, BrumeServer server, String session) {
        byte[] name = session.getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = sockets.createSocket(
                server.place().address(), server.place().ports().transfer())) {
            socket.setSoTimeout(PATIENCE);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(1 + 4 + 2 + 1 + name.length + NONCE);
            out.writeByte(HELLO);
            out.writeInt(MAGIC);
            out.writeShort(VERSION);
            out.writeByte(name.length);
            out.write(name);
            out.write(new byte[NONCE]);
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            in.readInt();
            return in.readUnsignedByte() == FAILURE ? in.readUnsignedShort() : 0;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
