package fr.brume.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.PartitionFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestListTest {
    @TempDir
    private Path home;

    private SigningKey key;
    private Path folder;

    @BeforeEach
    void aFolder() throws Exception {
        key = new SigningKey(home);
        folder = Files.createDirectory(home.resolve("v0001"));
    }

    @Test
    void everyNameThatAPartitionMayHaveIsReadAgain() throws Exception {
        for (String name :
                new String[] {"d1p3.ubuntu-lv.img", "d1.a+b_c.D-9.img", "d99p128." + "x".repeat(128) + ".img"}) {
            Files.createFile(folder.resolve(PartitionFile.checked(name)));
            Files.createFile(PartitionFile.index(folder, name));
        }
        String seal = DigestList.write(folder, key, SampleCapture.digests(folder));
        assertThat(DigestList.read(folder, key, seal).keySet())
                .hasSize(6)
                .contains("d1p3.ubuntu-lv.img", "d1p3.ubuntu-lv.chunks");
    }

    @Test
    void whatCouldNotBeReadIsNotWritten() throws Exception {
        Files.createFile(folder.resolve("d1 p1.img"));
        assertThatThrownBy(() -> DigestList.write(folder, key, SampleCapture.digests(folder)))
                .isInstanceOfSatisfying(FailureException.class, e -> {
                    assertThat(e.failure()).isEqualTo(Failure.IMAGE_CORRUPT);
                    assertThat(e.arguments()).containsExactly("d1 p1.img");
                });
        assertThat(folder.resolve(DigestList.NAME)).doesNotExist();
    }
}
