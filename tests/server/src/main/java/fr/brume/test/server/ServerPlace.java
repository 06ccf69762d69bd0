package fr.brume.test.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where and how one server runs.
 *
 * @param work folder of this server: its base folder, its BRUME_HOME and its log are below it
 * @param ports ports it listens on
 * @param address host name or address by which the test reaches the portal
 * @param launcher words before the start script, as {@code ip netns exec NAME}
 * @param environment further environment variables
 */
public record ServerPlace(
        Path work, ServerPorts ports, String address, List<String> launcher, Map<String, String> environment) {

    /** Copies what it was given. */
    public ServerPlace {
        launcher = List.copyOf(launcher);
        environment = Map.copyOf(environment);
    }

    /**
     * A server on loopback with free ports.
     *
     * @param work folder of this server
     * @return the place
     */
    public static ServerPlace onLoopback(Path work) {
        return new ServerPlace(
                work,
                ServerPorts.free(),
                "127.0.0.1",
                List.of(),
                Map.of(
                        "BRUME_BIND", "127.0.0.1",
                        "BRUME_ADDRESS", "127.0.0.1",
                        "BRUME_DHCP_PORT", "0",
                        "BRUME_PROXY_PORT", "0"));
    }

    /**
     * The same place with one more environment variable.
     *
     * @param name name of the variable
     * @param value its value
     * @return a changed copy
     */
    public ServerPlace with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new ServerPlace(work, ports, address, launcher, more);
    }

    /** {@return BRUME_HOME of this server} */
    public Path home() {
        return work.resolve("home");
    }

    /** {@return all variables that the start script gets} */
    Map<String, String> variables() {
        Map<String, String> all = new HashMap<>(ports.environment());
        all.put("BRUME_HOME", home().toString());
        all.putAll(environment);
        return all;
    }

    /** {@return the words that start the server from a base folder} */
    List<String> words(Path script, Path base) {
        List<String> words = new ArrayList<>(launcher);
        words.add(script.toString());
        words.add("-Djboss.server.base.dir=" + base);
        return words;
    }
}
