package fr.brume.agent.server;

import fr.brume.protocol.agent.Problem;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLHandshakeException;

/** One request: opened, then exchanged. In two steps, because only the first can be repeated without a thought. */
final class JsonCall {
    /** A manifest of 128 partitions and a few side files of 1 MiB. */
    private static final int LONGEST_ANSWER = 16 << 20;
    /** What a starting, stopping or redeploying application server says before the application speaks. */
    private static final Set<Integer> NOT_THERE = Set.of(404, 502, 503, 504);

    private final HttpsURLConnection connection;
    private final byte[] body;
    private final Jsonb json;

    JsonCall(HttpsURLConnection connection, byte[] body, Jsonb json) {
        this.connection = connection;
        this.body = body;
        this.json = json;
    }

    /** Connects; {@code SERVER_LOST} here means that the server saw nothing of the request. */
    JsonCall open() throws FailureException {
        try {
            connection.connect();
            return this;
        } catch (SSLHandshakeException e) {
            // A wrong key does not become right by asking again; a server that stops inside the handshake comes back.
            throw e.getCause() instanceof EOFException
                    ? new FailureException(Failure.SERVER_LOST, e)
                    : new FailureException(
                            Failure.TLS_FAILED, e, connection.getURL().getHost());
        } catch (IOException e) {
            throw new FailureException(Failure.SERVER_LOST, e);
        }
    }

    /** Sends the message and reads the answer; null where the answer has no body. */
    <T> T exchange(Class<T> answer) throws FailureException {
        try {
            connection.getOutputStream().write(body);
            int status = connection.getResponseCode();
            byte[] text = read(status < 400 ? connection.getInputStream() : connection.getErrorStream());
            if (status >= 300) {
                throw refusal(status, text);
            }
            return text.length == 0 ? null : json.fromJson(new String(text, StandardCharsets.UTF_8), answer);
        } catch (IOException e) {
            throw new FailureException(Failure.SERVER_LOST, e);
        } catch (JsonbException e) {
            throw new FailureException(Failure.PROTOCOL_ERROR, e, "JSON");
        }
    }

    /** Sends the message and writes the answer, of so many bytes at most, into this file, in place of what it held. */
    void download(Path file, long bytes) throws FailureException {
        try {
            connection.getOutputStream().write(body);
            int status = connection.getResponseCode();
            if (status >= 300) {
                throw refusal(status, read(connection.getErrorStream()));
            }
            try (InputStream in = connection.getInputStream();
                    OutputStream out = Files.newOutputStream(file)) {
                byte[] buffer = new byte[1 << 16];
                long left = bytes;
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    left -= read;
                    if (left < 0) {
                        throw new FailureException(Failure.LIMIT_EXCEEDED, "HTTP");
                    }
                    write(out, buffer, read, file);
                }
            }
        } catch (IOException e) {
            throw new FailureException(Failure.SERVER_LOST, e);
        }
    }

    /** A disk that is full is not a server that is away. */
    private static void write(OutputStream out, byte[] buffer, int length, Path file) throws FailureException {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw new FailureException(Failure.DISK_WRITE, e, file.toString(), e.toString());
        }
    }

    private static byte[] read(InputStream in) throws IOException, FailureException {
        if (in == null) {
            return new byte[0];
        }
        try (in) {
            byte[] bytes = in.readNBytes(LONGEST_ANSWER + 1);
            if (bytes.length > LONGEST_ANSWER) {
                throw new FailureException(Failure.LIMIT_EXCEEDED, "HTTP");
            }
            return bytes;
        }
    }

    private FailureException refusal(int status, byte[] text) {
        try {
            Problem problem = json.fromJson(new String(text, StandardCharsets.UTF_8), Problem.class);
            if (problem != null && problem.code() != 0) {
                return new RefusedException(Failure.of(problem.code()).orElse(Failure.INTERNAL), problem.message());
            }
        } catch (JsonbException e) {
            // Not ours: a page of the application server, told apart by its status below.
        }
        if (status == HttpURLConnection.HTTP_UNAUTHORIZED) {
            // The JDK keeps the body of a 401 to itself when the request was streamed.
            return new FailureException(Failure.UNAUTHORISED);
        }
        return new FailureException(NOT_THERE.contains(status) ? Failure.SERVER_LOST : Failure.INTERNAL);
    }
}
