package fr.brume.service.boot.file;

import fr.brume.boot.file.BootFileName;
import fr.brume.service.boot.menu.MenuBackground;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The folder of loaders, kernel and imaging environment, made by the build. Read only; safe for threads. */
@ApplicationScoped
public class BootFolder {
    private static final BootFileName DIGEST = new BootFileName("environment.sha256");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    @Inject
    MenuBackground background;

    private final Path folder;

    /** The folder that {@code BRUME_BOOT} names, else the one beside the server. */
    public BootFolder() {
        this(Optional.ofNullable(System.getenv("BRUME_BOOT"))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("jboss.home.dir", "."), "brume", "boot")));
    }

    BootFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The regular file of this name, or the site's background picture; empty when there is none, or when a link leads out of the
     * folder.
     */
    public Optional<Path> find(BootFileName name) {
        if (name.text().equals(MenuBackground.NAME)) {
            return background.file();
        }
        Path file = name.in(folder);
        try {
            boolean inside = file.toRealPath().startsWith(folder.toRealPath());
            return inside && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /**
     * SHA-256 of the imaging environment, lower case hexadecimal.
     *
     * @throws IOException when the file is missing or holds something else
     */
    public String environmentDigest() throws IOException {
        String digest =
                Files.readString(DIGEST.in(folder), StandardCharsets.US_ASCII).strip();
        if (!SHA_256.matcher(digest).matches()) {
            throw new IOException(DIGEST.in(folder) + " does not hold a SHA-256");
        }
        return digest;
    }
}
