package fr.brume.protocol.transfer;

import fr.brume.protocol.link.TransferGrant;
import fr.brume.protocol.link.TransferHello;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.security.SecureRandom;
import java.util.function.Function;

/** A server connection behind a byte channel, without sockets or threads: every step is done on the spot. */
class LoopedChannel implements ByteChannel {
    final ServerConnection server = new ServerConnection(new SecureRandom(), "192.0.2.7");
    final ByteArrayOutputStream toServer = new ByteArrayOutputStream();
    Step.Close close;

    private final Function<TransferHello, TransferGrant> application;
    private final ByteArrayOutputStream toClient = new ByteArrayOutputStream();
    private boolean open = true;
    /** Largest piece in which bytes reach the server. */
    int piece = 64 << 10;

    LoopedChannel(Function<TransferHello, TransferGrant> application) {
        this.application = application;
    }

    @Override
    public int write(ByteBuffer src) throws IOException {
        if (!open || close != null) {
            throw new ClosedChannelException();
        }
        int length = Math.min(piece, src.remaining());
        byte[] bytes = new byte[length];
        src.get(bytes);
        toServer.writeBytes(bytes);
        server.received(ByteBuffer.wrap(bytes));
        pump();
        return length;
    }

    void pump() throws IOException {
        for (Step step = server.next(); step != null; step = server.next()) {
            if (step instanceof Step.Send send) {
                byte[] bytes = new byte[send.bytes().remaining()];
                send.bytes().get(bytes);
                toClient.writeBytes(bytes);
            } else if (step instanceof Step.SendFile file) {
                ByteBuffer bytes = ByteBuffer.allocate(file.length());
                file.file().read(bytes, file.offset());
                toClient.writeBytes(bytes.array());
            } else if (step instanceof Step.Authorise ask) {
                server.authorised(application.apply(ask.hello()));
            } else if (step instanceof Step.Work work) {
                work.job().run();
                server.completed();
            } else if (step instanceof Step.Close end) {
                close = end;
                server.closed();
            }
        }
    }

    @Override
    public int read(ByteBuffer dst) {
        byte[] all = toClient.toByteArray();
        if (all.length == 0) {
            return -1;
        }
        int length = Math.min(all.length, dst.remaining());
        dst.put(all, 0, length);
        toClient.reset();
        toClient.write(all, length, all.length - length);
        return length;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        if (open && close == null) {
            server.closed();
        }
        open = false;
    }
}
