package fr.brume.test.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/**
 * The ports that one server listens on.
 *
 * @param http portal and boot scripts
 * @param https portal and agent
 * @param management health and metrics, on loopback
 * @param tftp boot files, UDP
 * @param transfer images
 */
public record ServerPorts(int http, int https, int management, int tftp, int transfer) {
    /** Those that a technician gets without saying anything. */
    public static final ServerPorts STANDARD = new ServerPorts(8080, 8443, 9990, 69, 9069);

    /** {@return five ports that were free on loopback a moment ago} */
    public static ServerPorts free() {
        try (ServerSocket http = open();
                ServerSocket https = open();
                ServerSocket management = open();
                ServerSocket transfer = open();
                DatagramSocket tftp = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return new ServerPorts(
                    http.getLocalPort(),
                    https.getLocalPort(),
                    management.getLocalPort(),
                    tftp.getLocalPort(),
                    transfer.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the environment variables that tell the server these ports} */
    public Map<String, String> environment() {
        return Map.of(
                "BRUME_HTTP_PORT", Integer.toString(http),
                "BRUME_HTTPS_PORT", Integer.toString(https),
                "BRUME_MANAGEMENT_PORT", Integer.toString(management),
                "BRUME_TFTP_PORT", Integer.toString(tftp),
                "BRUME_TRANSFER_PORT", Integer.toString(transfer));
    }

    private static ServerSocket open() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
