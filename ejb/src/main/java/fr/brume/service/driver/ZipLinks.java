package fr.brume.service.driver;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds symbolic links among the entries of a zip, of which {@code java.util.zip} does not tell. After the APPNOTE of PKWARE, 4.3.12
 * (central directory) and 4.3.16 (its end), for archives below 4 GiB.
 */
final class ZipLinks {
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int KIND = 0xF000;
    private static final int LINK = 0xA000;

    private final ByteBuffer zip;

    private ZipLinks(ByteBuffer zip) {
        this.zip = zip.order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The name of the first link; empty when there is none.
     *
     * @throws IOException when the directory is not what it should be
     */
    static Optional<String> first(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ZipLinks links = new ZipLinks(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
            return links.first();
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("central directory", e);
        }
    }

    private Optional<String> first() throws IOException {
        int end = end();
        int entries = Short.toUnsignedInt(zip.getShort(end + 10));
        int at = zip.getInt(end + 16);
        for (int i = 0; i < entries; i++) {
            if (zip.getInt(at) != ENTRY) {
                throw new IOException("central directory");
            }
            int nameLength = unsigned(at + 28);
            // The upper half of the external attributes is the mode of Unix, whatever system the entry says it is from.
            if ((zip.getInt(at + 38) >>> 16 & KIND) == LINK) {
                byte[] name = new byte[nameLength];
                zip.get(at + ENTRY_LENGTH, name);
                return Optional.of(new String(name, StandardCharsets.UTF_8));
            }
            at += ENTRY_LENGTH + nameLength + unsigned(at + 30) + unsigned(at + 32);
        }
        return Optional.empty();
    }

    /** The last record that fits the end of the file with its comment. */
    private int end() throws IOException {
        for (int at = zip.capacity() - END_LENGTH; at >= 0; at--) {
            if (zip.getInt(at) == END && at + END_LENGTH + unsigned(at + 20) == zip.capacity()) {
                return at;
            }
        }
        throw new IOException("end of central directory");
    }

    private int unsigned(int at) {
        return Short.toUnsignedInt(zip.getShort(at));
    }
}
