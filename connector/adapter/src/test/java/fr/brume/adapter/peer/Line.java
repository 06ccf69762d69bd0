package fr.brume.adapter.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cable between two network namespaces, one for the server and one for its clients. As root. */
final class Line implements AutoCloseable {
    static final String SERVER = "brume-wire-server";
    static final String CLIENT = "brume-wire-client";
    static final String SERVER_ADDRESS = "10.79.0.1";

    private static final Pattern COUNTED = Pattern.compile("counter packets (\\d+)");

    Line() throws IOException, InterruptedException {
        remove();
        for (String each : List.of(SERVER, CLIENT)) {
            Clients.run("ip", "netns", "add", each);
        }
        Clients.run("ip", "-n", SERVER, "link", "add", "line", "type", "veth", "peer", "name", "line", "netns", CLIENT);
        setUp(SERVER, SERVER_ADDRESS);
        setUp(CLIENT, "10.79.0.2");
    }

    private static void setUp(String namespace, String address) throws IOException, InterruptedException {
        Clients.run("ip", "-n", namespace, "address", "add", address + "/24", "broadcast", "+", "dev", "line");
        Clients.run("ip", "-n", namespace, "link", "set", "line", "up");
    }

    /** A server on this line. */
    ServerProcess server(Path folder) throws IOException {
        return new ServerProcess(List.of("ip", "netns", "exec", SERVER), folder, SERVER_ADDRESS);
    }

    void nft(String namespace, String command) throws IOException, InterruptedException {
        Clients.run("ip", "netns", "exec", namespace, "nft", command);
    }

    /** Packets that the first counter of a table has seen. */
    int counted(String namespace, String table) throws IOException, InterruptedException {
        String rules = Clients.run("ip", "netns", "exec", namespace, "nft", "list", "table", "inet", table);
        Matcher counted = COUNTED.matcher(rules);
        assertThat(counted.find()).isTrue();
        return Integer.parseInt(counted.group(1));
    }

    @Override
    public void close() throws IOException {
        try {
            remove();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove() throws IOException, InterruptedException {
        String present = Clients.run("ip", "netns", "list");
        for (String each : List.of(SERVER, CLIENT)) {
            if (present.contains(each)) {
                Clients.run("ip", "netns", "delete", each);
            }
        }
    }
}
