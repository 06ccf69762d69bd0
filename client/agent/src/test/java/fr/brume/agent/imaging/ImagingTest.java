package fr.brume.agent.imaging;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A lab of its own for each test, and a folder for its disks. */
abstract class ImagingTest {
    static final long MIB = 1 << 20;

    @TempDir
    Path folder;

    ImagingLab lab;

    @BeforeEach
    void openLab() throws Exception {
        lab = new ImagingLab(Files.createDirectory(folder.resolve("store")));
    }

    @AfterEach
    void closeLab() throws Exception {
        lab.close();
    }
}
