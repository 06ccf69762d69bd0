package fr.brume.it.machine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.it.portal.SharedServer;
import fr.brume.test.server.BrumeServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that lead out of the boot folder and lengths that lead out of the memory. */
class TraversalIT {
    private static final int PATIENCE = 20_000;
    private static final byte ERROR = 5;

    private final BrumeServer server = SharedServer.get();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/boot/file/../../../../etc/passwd",
                "/boot/file/..%2f..%2f..%2f..%2fetc%2fpasswd",
                "/boot/file/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
                "/boot/file/..%5c..%5cetc%5cpasswd",
                "/boot/file//etc/passwd",
                "/boot/file/vmlinuz%00.txt",
                "/boot/file/..;/..;/etc/passwd",
                "/boot/once/../file/../../etc/passwd",
                "/boot/once/..%2f..%2fetc%2fpasswd.cpio"
            })
    void httpLeadsNowhere(String path) {
        String answer = new PlainHttp(server.portal(), "127.0.0.3").ask("GET", path);
        assertThat(PlainHttp.status(answer)).as(answer).isBetween(300, 499);
        assertThat(answer).doesNotContain("root:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../etc/passwd",
                "/../etc/passwd",
                "..\\..\\etc\\passwd",
                "/etc/passwd",
                "licenses/../../configuration/standalone.xml",
                "vmlinuz/../../../etc/passwd"
            })
    void tftpLeadsNowhere(String name) throws IOException {
        assertThat(tftp(name).get(1)).as("operation code for " + name).isEqualTo(ERROR);
    }

    @Test
    void tftpServesWhatIsThere() throws IOException {
        assertThat(tftp("undionly.kpxe").get(1)).isNotEqualTo(ERROR);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, -1, Integer.MIN_VALUE, 0, 1 << 20})
    void aLengthThatNoMessageHasEndsTheConnection(int length) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress("127.0.0.1", server.place().ports().transfer()), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream()
                    .write(ByteBuffer.allocate(5).putInt(length).put((byte) 1).array());
            DataInputStream in = new DataInputStream(socket.getInputStream());
            int answer = in.readInt();
            assertThat(answer).isBetween(3, 4096);
            assertThat(in.readByte()).as("FAILURE").isEqualTo((byte) 5);
            in.readNBytes(answer - 1);
            assertThat(in.read()).as("end of the connection").isEqualTo(-1);
        }
    }

    private ByteBuffer tftp(String name) throws IOException {
        byte[] request = ("\0\1" + name + "\0octet\0").getBytes(StandardCharsets.ISO_8859_1);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(PATIENCE);
            InetSocketAddress to =
                    new InetSocketAddress("127.0.0.1", server.place().ports().tftp());
            socket.send(new DatagramPacket(request, request.length, to));
            DatagramPacket answer = new DatagramPacket(new byte[1024], 1024);
            socket.receive(answer);
            return ByteBuffer.wrap(answer.getData(), 0, answer.getLength());
        }
    }
}
