package fr.brume.adapter.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.brume.adapter.support.ThreadContainer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventLoopTest {
    private EventLoop loop;

    @BeforeEach
    void start() throws Exception {
        loop = new EventLoop("test");
    }

    @AfterEach
    void stop() throws Exception {
        loop.release();
    }

    @Test
    void aHandlerThatFailsIsClosedAndTheLoopGoesOn() throws Exception {
        new ThreadContainer().startWork(loop);
        Failing handler = new Failing();
        Pipe pipe = Pipe.open();
        loop.call(() -> handler.register(loop, pipe.source()));
        pipe.sink().write(ByteBuffer.wrap(new byte[1]));

        assertThat(handler.closed.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(loop.call(() -> "alive")).contains("alive");
    }

    @Test
    void endingClosesEveryHandler() throws Exception {
        new ThreadContainer().startWork(loop);
        Failing handler = new Failing();
        Pipe pipe = Pipe.open();
        loop.call(() -> handler.register(loop, pipe.source()));

        loop.release();
        assertThat(loop.awaitEnd(5)).isTrue();
        assertThat(handler.closed.getCount()).isZero();
        assertThat(loop.call(() -> "alive")).isEmpty();
    }

    @Test
    void whatACallThrowsReachesTheCaller() throws Exception {
        new ThreadContainer().startWork(loop);

        assertThatThrownBy(() -> loop.call(() -> {
                    throw new IllegalArgumentException("no");
                }))
                .hasRootCauseMessage("no");
    }

    @Test
    void repeatsWhatItIsTold() throws Exception {
        CountDownLatch twice = new CountDownLatch(2);
        loop.repeat(0, twice::countDown);
        new ThreadContainer().startWork(loop);
        loop.call(() -> new Failing().register(loop, open()));

        assertThat(twice.await(5, TimeUnit.SECONDS)).isTrue();
    }

    private static Pipe.SourceChannel open() {
        try {
            return Pipe.open().source();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Failing implements ChannelHandler {
        private final CountDownLatch closed = new CountDownLatch(1);
        private Pipe.SourceChannel channel;

        private boolean register(EventLoop loop, Pipe.SourceChannel source) {
            channel = source;
            try {
                return loop.register(source, SelectionKey.OP_READ, this).isValid();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void ready(SelectionKey key) {
            throw new IllegalStateException("on purpose");
        }

        @Override
        public void tick(long now) {}

        @Override
        public boolean waiting() {
            return true;
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            closed.countDown();
        }
    }
}
