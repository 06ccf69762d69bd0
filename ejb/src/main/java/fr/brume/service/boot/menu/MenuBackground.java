package fr.brume.service.boot.menu;

import fr.brume.domain.InvalidInputException;
import fr.brume.service.BrumeHome;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The picture behind the boot menu: {@code boot/background.png} in {@code BRUME_HOME}, served beside the boot files under its
 * name. Replaced whole or not at all, so that a machine that loads it meanwhile gets one of the two. Safe for threads.
 */
@ApplicationScoped
public class MenuBackground {
    /** Its name among the boot files. */
    public static final String NAME = "background.png";

    private final Path folder;

    public MenuBackground() {
        this(BrumeHome.folder().resolve("boot"));
    }

    MenuBackground(Path folder) {
        this.folder = folder;
    }

    /** The picture; empty when the site has none. */
    public Optional<Path> file() {
        Path file = folder.resolve(NAME);
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /** {@link #NAME} when the site has a picture. */
    Optional<String> name() {
        return file().map(file -> NAME);
    }

    /**
     * Takes this picture from now on.
     *
     * @throws InvalidInputException when loaders cannot show it
     * @throws IOException when it cannot be stored
     */
    void store(byte[] png) throws InvalidInputException, IOException {
        PngPicture.check(png);
        Files.createDirectories(folder);
        Path staged = Files.createTempFile(folder, ".background", ".png");
        try {
            Files.write(staged, png);
            Files.move(staged, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    /** Goes without a picture. */
    void remove() throws IOException {
        Files.deleteIfExists(folder.resolve(NAME));
    }
}
