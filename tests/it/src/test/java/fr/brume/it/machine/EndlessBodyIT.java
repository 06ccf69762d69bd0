package fr.brume.it.machine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.it.portal.SharedServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body without an end is not read for ever after its refusal: the connection is cut. */
class EndlessBodyIT {
    private static final byte[] CHUNK =
            ("10000\r\n" + " ".repeat(1 << 16) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    private static final long MOST = 256L << 20;

    @ParameterizedTest
    @CsvSource({
        "/boot/ipxe, Transfer-Encoding: chunked",
        "/boot/ipxe, Content-Length: 1099511627776",
        "/login.xhtml, Transfer-Encoding: chunked",
        "/agent/v1/session, Transfer-Encoding: chunked"
    })
    void isCutOff(String path, String length) throws IOException {
        URI portal = SharedServer.get().portal();
        try (Socket socket = new Socket(portal.getHost(), portal.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: " + portal.getAuthority() + "\r\n" + length
                            + "\r\nContent-Type: text/plain\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(taken(out)).isLessThan(MOST);
        }
    }

    /** How many bytes the server takes before it cuts the connection, or all that are sent. */
    private static long taken(OutputStream out) {
        long sent = 0;
        try {
            while (sent < MOST) {
                out.write(CHUNK);
                sent += CHUNK.length;
            }
        } catch (IOException cut) {
            return sent;
        }
        return sent;
    }
}
