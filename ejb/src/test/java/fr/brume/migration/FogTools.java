package fr.brume.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;

/** The stock tools with which FOG makes its folders, and streams of format 0001, which none of them writes any more. */
final class FogTools {
    private static final int[] CRC = table();

    private FogTools() {}

    /** An ext4 of this size with a few files in it. */
    static Path ext4(Path file, int megabytes) throws Exception {
        shell("truncate -s %dM %s; mkfs.ext4 -q -F -b 1024 -U clear %s".formatted(megabytes, file, file)
                + "; for i in 1 2 3 4 5 6 7 8; do debugfs -w -R \"write /bin/ls f$i\" %s 2>/dev/null; done"
                        .formatted(file));
        return file;
    }

    /** A FAT of this size with a label. */
    static Path fat(Path file, int megabytes) throws Exception {
        shell("truncate -s %dM %s; mkfs.vfat -n BRUME %s >/dev/null".formatted(megabytes, file, file));
        return file;
    }

    /** What FOG's client runs on a partition, up to the compressor. */
    static Path partclone(String fileSystem, Path device, Path stream) throws Exception {
        Files.deleteIfExists(stream);
        shell("partclone.%s -c -s %s -O %s -f 1 -a0 -L /dev/null 2>/dev/null".formatted(fileSystem, device, stream));
        return stream;
    }

    /** What FOG's client runs to write a partition; true when the device is then as the source was, where blocks are used. */
    static boolean restores(Path folder, String glob, String decompressor, Path source) throws Exception {
        Path target = Files.createTempFile(folder.getParent(), "target", ".img");
        shell("truncate -s %d %s".formatted(Files.size(source), target));
        shell("cd %s && cat %s | %s | partclone.restore --ignore_crc -s - -O %s -C -f 1 -L /dev/null 2>/dev/null"
                .formatted(folder, glob, decompressor, target));
        return Files.mismatch(source, target) < 0;
    }

    /**
     * The same content as a stream of format 0001: as {@link PartcloneLayout} describes it, with the checksum of its time, which runs on from block to
     * block and takes the first byte of each again and again.
     */
    static Path first(Path second, Path stream) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(second)).order(ByteOrder.LITTLE_ENDIAN);
        long device = in.getLong(52);
        int blocks = (int) in.getLong(60);
        int used = (int) in.getLong(76);
        int size = in.getInt(84);
        ByteBuffer out =
                ByteBuffer.allocate(4160 + blocks + 8 + used * (size + 4)).order(ByteOrder.LITTLE_ENDIAN);
        out.put("partclone-image".getBytes(StandardCharsets.US_ASCII));
        out.put(in.array(), 36, 15).put("0001".getBytes(StandardCharsets.US_ASCII));
        out.putInt(36, size).putLong(40, device).putLong(48, blocks).putLong(56, used);
        out.position(4160);
        for (int i = 0; i < blocks; i++) {
            out.put((byte) (in.get(110 + i / 8) >> i % 8 & 1));
        }
        out.put("BiTmAgIc".getBytes(StandardCharsets.US_ASCII));
        int at = 110 + (blocks + 7) / 8 + 4;
        int crc = -1;
        for (int i = 0; i < used; i++) {
            out.put(in.array(), at, size);
            crc = crc(crc, in.get(at), size);
            out.putInt(crc);
            at += size;
        }
        return Files.write(stream, out.array());
    }

    private static int crc(int before, byte first, int times) {
        int crc = before;
        for (int i = 0; i < times; i++) {
            crc = crc >>> 8 ^ CRC[(crc ^ first) & 0xFF];
        }
        return crc;
    }

    private static int[] table() {
        int[] table = new int[256];
        Arrays.setAll(table, i -> {
            int c = i;
            for (int bit = 0; bit < 8; bit++) {
                c = (c & 1) == 0 ? c >>> 1 : c >>> 1 ^ 0xEDB88320;
            }
            return c;
        });
        CRC32 known = new CRC32();
        known.update(0);
        assertThat(~((~0 >>> 8) ^ table[0xFF])).isEqualTo((int) known.getValue());
        return table;
    }

    /** Runs commands; they must succeed. */
    static void shell(String commands) throws Exception {
        Process process = new ProcessBuilder("bash", "-o", "pipefail", "-ec", commands)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(commands + "\n" + said).isZero();
    }
}
