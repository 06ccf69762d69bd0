package fr.brume.test.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The provisioned server on disk, and base folders of servers under test, so that no test writes into it. */
public final class ServerFolder {
    private static final List<String> PARTS = List.of("configuration", "deployments", "lib");

    private ServerFolder() {}

    /**
     * The server that the build provisioned.
     *
     * @return its folder: system property {@code brume.server}, else that of the assembly module
     */
    public static Path installation() {
        Path folder = Path.of(System.getProperty("brume.server", "../../ear/target/server"))
                .toAbsolutePath()
                .normalize();
        if (!Files.isExecutable(folder.resolve("bin/standalone.sh"))) {
            throw new IllegalStateException("no server in " + folder + ": build the module ear first");
        }
        return folder;
    }

    /**
     * The base folder of a server under test, copied from the provisioned one unless it is there.
     *
     * @param work folder of the server under test
     * @return a base folder with configuration and deployment
     */
    static Path base(Path work) {
        Path base = work.resolve("base");
        if (!Files.exists(base)) {
            for (String part : PARTS) {
                Path source = installation().resolve("standalone").resolve(part);
                if (Files.exists(source)) {
                    copy(source, base.resolve(part));
                }
            }
        }
        return base;
    }

    /** The marker files of another server's scanner would tell that its deployments are done. */
    private static boolean isNoMarker(Path file) {
        return !file.toString().matches(".*\\.ear\\.[a-z]+");
    }

    private static void copy(Path source, Path target) {
        try (Stream<Path> files = Files.walk(source)) {
            Files.createDirectories(target.getParent());
            for (Path file : files.filter(ServerFolder::isNoMarker).toList()) {
                Files.copy(file, target.resolve(source.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
