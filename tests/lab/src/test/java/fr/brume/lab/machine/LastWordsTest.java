package fr.brume.lab.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
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
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("serial"));
        AssertionError failure = new AssertionError("not within PT5M: grows");
        try (ServerSocketChannel server =
                ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address)) {
            try (SerialConsole console = SerialConsole.connect("01-pc1", address.getPath());
                    SocketChannel serial = server.accept()) {
                serial.write(ByteBuffer.wrap("SIGSEGV at pc=0x42".getBytes(StandardCharsets.US_ASCII)));
                console.expect("pc=0x42", LIMIT);
            }
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
