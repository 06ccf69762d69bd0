package fr.brume.it.machine;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Gets files of any length by HTTP as iPXE does, from an address of the loopback network, and keeps no more than their digest. */
final class HttpDownload {
    private static final int PATIENCE = 120_000;
    private static final int LONGEST_HEAD = 8192;

    private final URI server;
    private final String from;
    private final byte[] buffer = new byte[64 * 1024];

    HttpDownload(URI server, String from) {
        this.server = server;
        this.from = from;
    }

    /**
     * Downloads a file.
     *
     * @param digest takes all bytes of the body; may be null where counting is enough
     * @return bytes of the body
     */
    long get(String path, MessageDigest digest) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            String head =
                    "GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return body(socket.getInputStream(), path, digest);
        }
    }

    private long body(InputStream in, String path, MessageDigest digest) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0 || head.length() > LONGEST_HEAD) {
                throw new IOException(path + ": no answer but " + head);
            }
            head.append((char) next);
        }
        if (!head.toString().startsWith("HTTP/1.1 200 ")) {
            throw new IOException(path + ": " + head);
        }
        long count = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            count += read;
            if (digest != null) {
                digest.update(buffer, 0, read);
            }
        }
        return count;
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
