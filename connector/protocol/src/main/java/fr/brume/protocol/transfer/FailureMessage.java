package fr.brume.protocol.transfer;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The message FAILURE. */
final class FailureMessage {
    private static final int MAX_ARGUMENTS = 4;
    private static final int MAX_ARGUMENT = 512;

    private FailureMessage() {}

    static ByteBuffer write(Failure failure, List<String> arguments) {
        List<byte[]> texts = arguments.stream()
                .limit(MAX_ARGUMENTS)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .map(text -> Arrays.copyOf(text, Math.min(text.length, MAX_ARGUMENT)))
                .toList();
        int length = texts.stream().mapToInt(text -> 2 + text.length).sum();
        ByteBuffer out = Message.begin(MessageType.FAILURE, 3 + length);
        out.putShort((short) failure.code()).put((byte) texts.size());
        texts.forEach(text -> out.putShort((short) text.length).put(text));
        return Message.seal(out);
    }

    static FailureException read(Message message) throws FailureException {
        Failure failure = Failure.of(message.u16()).orElse(Failure.INTERNAL);
        String[] arguments = new String[Math.min(message.u8(), MAX_ARGUMENTS)];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = new String(message.bytes(message.u16()), StandardCharsets.UTF_8);
        }
        return new FailureException(failure, arguments);
    }
}
