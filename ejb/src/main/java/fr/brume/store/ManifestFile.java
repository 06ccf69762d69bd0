package fr.brume.store;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.ImageManifest;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** {@code manifest.json} of a version. */
final class ManifestFile {
    static final String NAME = "manifest.json";
    private static final Jsonb JSONB = JsonbBuilder.create(new JsonbConfig().withFormatting(true));
    private static final long MOST = 4 << 20;

    private ManifestFile() {}

    static Path in(Path version) {
        return version.resolve(NAME);
    }

    static void write(Path version, ImageManifest manifest) throws IOException {
        DurableFiles.replace(in(version), (JSONB.toJson(manifest) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static ImageManifest read(Path version) throws IOException, FailureException {
        try {
            if (Files.size(in(version)) > MOST) {
                throw new FailureException(Failure.IMAGE_CORRUPT, NAME);
            }
            ImageManifest manifest = JSONB.fromJson(Files.readString(in(version)), ImageManifest.class);
            if (manifest == null || manifest.format() != ImageManifest.FORMAT) {
                throw new FailureException(Failure.IMAGE_CORRUPT, NAME + ": format");
            }
            return manifest;
        } catch (NoSuchFileException e) {
            throw new FailureException(Failure.NOT_FOUND, e, NAME);
        } catch (JsonbException | MalformedInputException e) {
            throw new FailureException(Failure.IMAGE_CORRUPT, e, NAME);
        }
    }
}
