package fr.brume.web.boot;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Sends a file as fast as its receiver takes it. However large the file and slow the receiver, one transfer holds a descriptor, 64 KiB here and less than that in the
 * container. One thread at a time, as the container calls it.
 */
final class FileStream implements WriteListener, AsyncListener {
    private static final System.Logger LOG = System.getLogger(FileStream.class.getName());
    private static final int BUFFER = 64 * 1024;

    private final AsyncContext async;
    private final FileChannel file;
    private final ServletOutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    private FileStream(Path path, AsyncContext async) throws IOException {
        this.async = async;
        this.out = async.getResponse().getOutputStream();
        this.file = FileChannel.open(path);
    }

    static void start(Path path, AsyncContext async) throws IOException {
        FileStream stream = new FileStream(path, async);
        async.addListener(stream);
        stream.out.setWriteListener(stream);
    }

    @Override
    public void onWritePossible() throws IOException {
        // The buffer may be filled again only when the container has taken all of it, which is what isReady says.
        while (out.isReady()) {
            buffer.clear();
            int read = file.read(buffer);
            if (read < 0) {
                async.complete();
                return;
            }
            out.write(buffer.array(), 0, read);
        }
    }

    @Override
    public void onError(Throwable cause) {
        LOG.log(Level.DEBUG, "The receiver of a boot file went away", cause);
        async.complete();
    }

    @Override
    public void onComplete(AsyncEvent event) throws IOException {
        file.close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        async.complete();
    }

    @Override
    public void onError(AsyncEvent event) {
        LOG.log(Level.DEBUG, "A boot file could not be sent whole", event.getThrowable());
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // One start is all there is.
    }
}
