package fr.brume.protocol.transfer;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.link.TransferGrant;
import fr.brume.protocol.link.TransferHello;
import fr.brume.protocol.tls.Pin;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The server's end of one transfer connection, without socket, thread or clock. Whoever owns the socket calls it from one
 * thread, in this loop:
 *
 * <ol>
 *   <li>while {@link #wantsRead}, hand over what arrives with {@link #received};
 *   <li>then take steps with {@link #next} until it returns null. A step is done before the next one is taken: bytes are
 *       written whole; for {@link Step.Authorise} and {@link Step.Work}, {@code next} returns null until {@link #authorised}
 *       or {@link #completed} was called;
 *   <li>on {@link Step.Close}, or when the socket breaks, close the socket and call {@link #closed}. A job still running then
 *       is reported by {@link #completed} as always: files are freed when both have come.
 * </ol>
 *
 * Deadlines are the owner's: it calls {@link #fail} when one has passed, when a pool is full or when the transfer is cancelled.
 * Not safe for threads.
 */
public final class ServerConnection {
    /** Most bytes of one {@link #received}. */
    public static final int MAX_RECEIVE = 1 << 20;

    private static final System.Logger LOG = System.getLogger(ServerConnection.class.getName());

    private enum State {
        HELLO,
        AUTHORISING,
        PROOF,
        SERVING,
        CLOSING,
        CLOSED
    }

    private final String clientAddress;
    private final ServerHandshake handshake;
    private final MessageReader reader = new MessageReader();
    private final Deque<Step> steps = new ArrayDeque<>();
    private State state = State.HELLO;
    private ByteBuffer spilt = ByteBuffer.allocate(0);
    private Message waiting;
    private Service service;
    private Request running;
    private boolean proven;
    private long bytes;

    /** @param clientAddress numeric address of the peer, without port */
    public ServerConnection(SecureRandom random, String clientAddress) {
        this.clientAddress = clientAddress;
        this.handshake = new ServerHandshake(random);
    }

    /** It came inside TLS with the key of this pin; said before {@link #authorised}. */
    public void inside(Pin pin) {
        handshake.inside(pin);
    }

    /** Whether the connection can take bytes now; false holds the peer back. */
    public boolean wantsRead() {
        return state.compareTo(State.CLOSING) < 0 && waiting == null && !spilt.hasRemaining();
    }

    /** Takes all bytes of the buffer, at most {@link #MAX_RECEIVE}; only while {@link #wantsRead}. */
    public void received(ByteBuffer in) {
        if (!wantsRead() || in.remaining() > MAX_RECEIVE) {
            throw new IllegalStateException(state + " takes no " + in.remaining() + " bytes");
        }
        bytes += in.remaining();
        advance(in);
        if (in.hasRemaining()) {
            spilt = ByteBuffer.allocate(in.remaining()).put(in).flip();
        }
    }

    /** The next step, or null while there is none. */
    public Step next() {
        if (steps.isEmpty() && state.compareTo(State.CLOSING) < 0) {
            advance(spilt);
        }
        Step step = steps.poll();
        if (step instanceof Step.Send send) {
            bytes += send.bytes().remaining();
        } else if (step instanceof Step.SendFile send) {
            bytes += send.length();
        }
        return step;
    }

    /** The application's answer to {@link Step.Authorise}. */
    public void authorised(TransferGrant grant) {
        if (state == State.AUTHORISING) {
            try {
                steps.add(new Step.Send(handshake.challenge(grant)));
                state = State.PROOF;
            } catch (FailureException e) {
                end(e);
            }
        }
    }

    /** The job of a {@link Step.Work} has ended. */
    public void completed() {
        Request done = running;
        running = null;
        if (state == State.CLOSED) {
            free();
        } else if (done != null && state == State.SERVING) {
            try {
                steps.addAll(done.answer());
            } catch (FailureException e) {
                end(e);
            }
        }
    }

    /** Ends the connection: the peer hears this failure. */
    public void fail(Failure failure) {
        end(new FailureException(failure));
    }

    /** The socket is closed. */
    public void closed() {
        state = State.CLOSED;
        dropSteps();
        if (running == null) {
            free();
        }
    }

    /** Whether the peer has proved its key. */
    public boolean proven() {
        return proven;
    }

    /** Whether the peer has proved its key and writes, or may come to. */
    public boolean writes() {
        return proven && service.writes();
    }

    /** Task served; 0 until the key is proved. */
    public long taskId() {
        return proven() ? handshake.taskId() : 0;
    }

    /** Id of the agent's session; empty until it is known. */
    public String sessionId() {
        return handshake.sessionId() == null ? "" : handshake.sessionId();
    }

    /** Bytes received and handed out to be sent. */
    public long bytes() {
        return bytes;
    }

    private void advance(ByteBuffer in) {
        try {
            while (state.compareTo(State.CLOSING) < 0) {
                if (waiting == null) {
                    waiting = reader.read(in, proven() ? Integer.MAX_VALUE : MessageReader.UNPROVEN);
                }
                if (waiting == null || busy()) {
                    return;
                }
                Message message = waiting;
                waiting = null;
                take(message);
            }
        } catch (FailureException e) {
            end(e);
        }
    }

    /** A request is served when the answer to the one before is on its way. */
    private boolean busy() {
        return running != null || !steps.isEmpty() || state == State.AUTHORISING;
    }

    private void take(Message message) throws FailureException {
        switch (state) {
            case HELLO -> {
                handshake.hello(message);
                steps.add(new Step.Authorise(new TransferHello(handshake.sessionId(), clientAddress)));
                state = State.AUTHORISING;
            }
            case PROOF -> {
                steps.add(new Step.Send(handshake.welcome(message)));
                service = handshake.service();
                proven = true;
                state = State.SERVING;
            }
            case SERVING -> {
                running = new Request(service.serve(message));
                steps.add(new Step.Work(running));
            }
            default -> throw Message.protocolError("message");
        }
    }

    private void end(FailureException e) {
        if (state.compareTo(State.CLOSING) < 0) {
            boolean insideMessage = steps.peek() instanceof Step.SendFile;
            state = State.CLOSING;
            dropSteps();
            waiting = null;
            if (!insideMessage) {
                steps.add(new Step.Send(FailureMessage.write(e.failure(), e.arguments())));
            }
            steps.add(new Step.Close(e));
        }
    }

    /** A job that nobody has taken will never be completed: it must not keep the files open. */
    private void dropSteps() {
        if (steps.removeIf(step -> step instanceof Step.Work)) {
            running = null;
        }
        steps.clear();
    }

    private void free() {
        try {
            if (service != null) {
                service.close();
            }
        } catch (IOException e) {
            // What was acknowledged is on the disk already; only a descriptor is lost.
            LOG.log(System.Logger.Level.WARNING, "A file of session " + sessionId() + " was not closed", e);
        }
    }
}
