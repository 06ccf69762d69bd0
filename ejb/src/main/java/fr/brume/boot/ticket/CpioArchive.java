package fr.brume.boot.ticket;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Builds a cpio archive in the "newc" format, which the Linux kernel unpacks as an initrd (kernel documentation, "initramfs
 * buffer format"). A directory must be added before what is in it: the kernel makes none by itself and says nothing.
 */
final class CpioArchive {
    private static final int DIRECTORY = 0040000;
    private static final int FILE = 0100000;
    private static final int ALIGNMENT = 4;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int inode;

    /** Adds a directory of root's with these permissions. */
    CpioArchive directory(String name, int permissions) {
        entry(name, DIRECTORY | permissions, 2, new byte[0]);
        return this;
    }

    /** Adds a file of root's with these permissions. */
    CpioArchive file(String name, int permissions, byte[] content) {
        entry(name, FILE | permissions, 1, content);
        return this;
    }

    /** Ends the archive; its length is a multiple of four, so that another may follow. */
    byte[] finish() {
        inode = -1;
        entry("TRAILER!!!", 0, 1, new byte[0]);
        return out.toByteArray();
    }

    private void entry(String name, int mode, int links, byte[] content) {
        byte[] nameBytes = (name + "\0").getBytes(StandardCharsets.US_ASCII);
        int[] fields = {++inode, mode, 0, 0, links, 0, content.length, 0, 0, 0, 0, nameBytes.length, 0};
        StringBuilder header = new StringBuilder("070701");
        for (int field : fields) {
            header.append(String.format(Locale.ROOT, "%08x", field));
        }
        out.writeBytes(header.toString().getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(nameBytes);
        pad();
        out.writeBytes(content);
        pad();
    }

    private void pad() {
        while (out.size() % ALIGNMENT != 0) {
            out.write(0);
        }
    }
}
