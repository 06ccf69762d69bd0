package fr.brume.lab.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.io.TempDir;

/** A lab that fails without a word costs a whole run more. */
class LastWordsTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Test
    void aFailureTellsWhatTheMachineSaidLast() throws IOException {
        AssertionError failure = new AssertionError("not within PT5M: grows");
        Path port = folder.resolve("serial");
        SerialConsole.makePort(port);
        try (RandomAccessFile machine = new RandomAccessFile(port + ".out", "rw");
                SerialConsole console = SerialConsole.open("01-pc1", port)) {
            machine.writeBytes("SIGSEGV at pc=0x42");
            console.expect("pc=0x42", LIMIT);
        }
        assertThatThrownBy(() -> new LastWords().handleTestExecutionException(null, failure))
                .hasMessageContainingAll("not within PT5M: grows", "01-pc1", "SIGSEGV at pc=0x42")
                .hasCause(failure);
    }

    @Test
    void everyTestOfTheLabHasThem() {
        assertThat(ServiceLoader.load(Extension.class)).hasAtLeastOneElementOfType(LastWords.class);
    }
}
