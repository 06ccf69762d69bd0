package fr.brume.agent.progress;

import static org.assertj.core.api.Assertions.assertThat;

import fr.brume.protocol.fault.Failure;
import java.io.IOException;
import java.nio.channels.Pipe;
import org.junit.jupiter.api.Test;

class CancellationTest {
    @Test
    void closesEveryConnectionThatIsOpen() throws IOException {
        Cancellation cancellation = new Cancellation();
        Pipe pipe = Pipe.open();
        cancellation.closeWhenCancelled(pipe.source());
        cancellation.closeWhenCancelled(pipe.sink());
        assertThat(pipe.source().isOpen()).isTrue();
        cancellation.cancel(Failure.CANCELLED);
        assertThat(pipe.source().isOpen()).isFalse();
        assertThat(pipe.sink().isOpen()).isFalse();
    }

    @Test
    void closesAtOnceWhatComesTooLate() throws IOException {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel(Failure.CANCELLED);
        Pipe pipe = Pipe.open();
        try (Pipe.SinkChannel sink = pipe.sink()) {
            cancellation.closeWhenCancelled(pipe.source());
            assertThat(pipe.source().isOpen()).isFalse();
            assertThat(sink.isOpen()).isTrue();
        }
    }
}
