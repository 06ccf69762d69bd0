package fr.brume.protocol.image;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Stretches of the content of a region, cut into pieces of 4 KiB each (the last of a stretch may be shorter), and a mark of each piece: its
 * CRC-32C (RFC 3720, appendix B.4). Out of the marks of what one side has, the other finds the pieces that it lacks. Equal marks prove nothing:
 * who puts pieces together compares the result with the hashes of its blocks. Immutable.
 */
public final class ContentPieces {
    /** Bytes: what file systems write at once. */
    public static final int SIZE = 4096;

    private final List<ContentRange> pieces = new ArrayList<>();

    /** @param stretches ascending, without overlap */
    public ContentPieces(List<ContentRange> stretches) {
        for (ContentRange stretch : stretches) {
            for (int done = 0; done < stretch.length(); done += SIZE) {
                pieces.add(new ContentRange(stretch.offset() + done, Math.min(SIZE, stretch.length() - done)));
            }
        }
    }

    public int count() {
        return pieces.size();
    }

    /** Bytes of these pieces. */
    public int lengthOf(BitSet some) {
        return some.stream().map(piece -> pieces.get(piece).length()).sum();
    }

    /** The marks of all pieces, in a content that begins at index 0 of the buffer. */
    public int[] marks(ByteBuffer content) {
        return pieces.stream().mapToInt(piece -> mark(content, piece)).toArray();
    }

    private static int mark(ByteBuffer content, ContentRange piece) {
        CRC32C crc = new CRC32C();
        crc.update(content.slice(piece.offset(), piece.length()));
        return (int) crc.getValue();
    }

    /** Out of the marks of all pieces those of some stretches of the same content. */
    public int[] select(int[] marks, ContentPieces some) {
        int[] selected = new int[some.count()];
        int at = 0;
        for (int i = 0; i < selected.length; i++) {
            while (!pieces.get(at).equals(some.pieces.get(i))) {
                at++;
            }
            selected[i] = marks[at];
        }
        return selected;
    }

    /** Which pieces of a content have other marks. */
    public BitSet different(int[] marks, ByteBuffer content) {
        BitSet different = new BitSet(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            different.set(i, mark(content, pieces.get(i)) != marks[i]);
        }
        return different;
    }

    /** Moves some pieces of a content to its beginning, one behind the other; gives them. */
    public ByteBuffer gather(BitSet some, ByteBuffer content) {
        ByteBuffer out = content.duplicate().clear();
        some.stream().mapToObj(pieces::get).forEach(piece -> out.put(content.slice(piece.offset(), piece.length())));
        return out.flip();
    }

    /**
     * Puts some pieces into their places.
     *
     * @param fresh they, one behind the other, from its position on
     * @param joined all the stretches, one behind the other, from index 0 on
     */
    public void replace(BitSet some, ByteBuffer fresh, ByteBuffer joined) {
        int to = 0;
        int from = fresh.position();
        for (int i = 0; i < pieces.size(); i++) {
            int length = pieces.get(i).length();
            if (some.get(i)) {
                joined.put(to, fresh, from, length);
                from += length;
            }
            to += length;
        }
    }
}
