package fr.brume.service.image;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.store.ImageStore;
import fr.brume.store.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderSweepTest {
    @TempDir
    private Path images;

    @Test
    void aFailedVersionLeavesNeitherItsStagedFolderNorTheOneItMayHaveGotTo() throws Exception {
        Path staged = Files.createDirectories(images.resolve("win10/.staging-7"));
        Path renamed = Files.createDirectories(images.resolve("win10/v0002"));
        Path before = Files.createDirectories(images.resolve("win10/v0001"));
        sweep().sweep(new ImageFolderLeft("win10", 2, 7));
        assertThat(staged).doesNotExist();
        assertThat(renamed).doesNotExist();
        assertThat(before).exists();
        sweep().sweep(new ImageFolderLeft("win10", 0, 0));
        assertThat(images).isEmptyDirectory();
    }

    private ImageFolderSweep sweep() {
        ImageFolderSweep sweep = new ImageFolderSweep();
        sweep.store = new ImageStore(images, new SigningKey(images));
        return sweep;
    }
}
