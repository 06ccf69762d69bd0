package fr.brume.protocol.transfer;

import fr.brume.protocol.fault.FailureException;
import fr.brume.protocol.image.RegionEntry;
import fr.brume.protocol.transfer.MessageType.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The messages GET_ENTRIES and ENTRIES. */
final class Entries {
    /** Where entries come from. */
    interface Source {
        List<RegionEntry> entries(long first, int count) throws IOException, FailureException;
    }

    private Entries() {}

    /** Answers the body of GET_ENTRIES. */
    static ByteBuffer read(Message message, Source source) throws IOException, FailureException {
        long first = message.i64();
        int count = Math.min(message.u16(), Limits.ENTRIES_PER_REQUEST);
        message.end();
        if (first < 0) {
            throw Message.protocolError("entry " + first);
        }
        List<RegionEntry> entries = source.entries(first, count);
        ByteBuffer out = Message.begin(MessageType.ENTRIES, 8 + entries.size() * RegionEntry.BYTES)
                .putLong(first);
        entries.forEach(entry -> entry.put(out));
        return Message.seal(out);
    }

    static ByteBuffer ask(long first, int count) {
        return Message.seal(
                Message.begin(MessageType.GET_ENTRIES, 10).putLong(first).putShort((short) count));
    }

    static List<RegionEntry> parse(Message message) throws FailureException {
        message.expect(MessageType.ENTRIES).i64();
        ByteBuffer rest = message.rest();
        List<RegionEntry> entries = new ArrayList<>();
        while (rest.remaining() >= RegionEntry.BYTES) {
            entries.add(RegionEntry.get(rest));
        }
        message.end();
        return entries;
    }
}
