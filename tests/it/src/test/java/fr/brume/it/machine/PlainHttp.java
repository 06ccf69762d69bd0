package fr.brume.it.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** HTTP in the words of a loader, sent as they are: paths that no decent client sends, from an address of choice. */
final class PlainHttp {
    private static final int PATIENCE = 30_000;

    private final URI server;
    private final String from;

    /** A loader at this address of the loopback network. */
    PlainHttp(URI server, String from) {
        this.server = server;
        this.from = from;
    }

    /** The whole answer, head and body, bytes as ISO 8859-1. */
    String ask(String method, String path) {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            String head = method + " " + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number in the first line of an answer. */
    static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }
}
