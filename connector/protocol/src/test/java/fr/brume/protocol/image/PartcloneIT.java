package fr.brume.protocol.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** partclone and zstd judge what we store: they read it without us. */
class PartcloneIT {
    private static final int REGION = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void ext4ComesBackWithoutUs() throws Exception {
        Path source = file("source.img", 48);
        Path files = Files.createDirectory(folder.resolve("files"));
        Files.write(files.resolve("noise"), noise(9 << 20));
        Files.write(files.resolve("words"), "brume ".repeat(500_000).getBytes());
        run("mkfs.ext4", "-q", "-F", "-d", files.toString(), source.toString());
        comesBack("partclone.extfs", source);
        run("e2fsck", "-fn", folder.resolve("target.img").toString());
    }

    @Test
    void ntfsComesBackWithoutUs() throws Exception {
        Path source = file("source.img", 40);
        Files.write(folder.resolve("noise"), noise(5 << 20));
        run("mkntfs", "-q", "-F", "-Q", source.toString());
        run("ntfscp", source.toString(), folder.resolve("noise").toString(), "/noise");
        comesBack("partclone.ntfs", source);
        // The backup boot sector lies behind the last cluster, outside of what partclone copies: not for ntfsfix to
        // judge.
        shell("ntfscat %s /noise | cmp - %s", folder.resolve("target.img"), folder.resolve("noise"));
    }

    @Test
    void rawContentComesBackOverOldBytes() throws Exception {
        Path source = file("source.img", 5);
        try (RandomAccessFile content = new RandomAccessFile(source.toFile(), "rw")) {
            content.seek(3 << 20);
            content.write(noise(300_000));
        }
        byte[] stream = rawStream(source);
        Path image = store(stream);
        assertThat(Files.size(image)).isLessThan(400_000);
        Path target = file("target.img", 5);
        byte[] old = new byte[5 << 20];
        Arrays.fill(old, (byte) 0xEE);
        Files.write(target, old);
        shell("zstd -dc %s | partclone.restore -s - -O %s", image, target);
        assertThat(Files.mismatch(source, target)).isEqualTo(-1);
    }

    private void comesBack(String partclone, Path source) throws Exception {
        Path stream = folder.resolve("partclone");
        shell(partclone + " -c -a0 -s %s -o - > %s", source, stream);
        Path image = store(Files.readAllBytes(stream));

        Path decoded = folder.resolve("decoded");
        shell("zstd -dc %s > %s", image, decoded);
        assertThat(Files.mismatch(decoded, stream)).isEqualTo(-1);
        run("zstd", "-l", image.toString());

        Path target = file("target.img", (int) (Files.size(source) >> 20));
        shell("zstd -dc %s | partclone.restore -s - -O %s", image, target);
        Path again = folder.resolve("again");
        shell(partclone + " -c -a0 -s %s -o - > %s", target, again);
        assertThat(Files.mismatch(again, stream)).isEqualTo(-1);
    }

    private Path store(byte[] stream) throws Exception {
        PartitionGeometry geometry = PartitionGeometry.of(PartcloneHeader.parse(ByteBuffer.wrap(stream)), REGION);
        try (StagedPartition staged = StagedPartition.open(folder, SamplePartition.FILE, geometry, 0);
                StreamCutter cutter = new StreamCutter(geometry, stream)) {
            cutter.cut(staged, Long.MAX_VALUE);
            staged.finish(cutter.root());
        }
        try (StoredPartition stored = StoredPartition.open(folder, SamplePartition.FILE);
                PartitionCheck check = new PartitionCheck(stored, (offset, frame) -> {})) {
            check.run();
        }
        return folder.resolve(SamplePartition.FILE);
    }

    private static byte[] rawStream(Path source) throws Exception {
        PartcloneHeader header = RawHead.header(Files.size(source));
        PartitionGeometry geometry = PartitionGeometry.of(header, REGION);
        ByteBuffer stream = ByteBuffer.allocate((int) (geometry.headBytes() + Files.size(source)));
        try (RegionCodec codec = new RegionCodec(REGION, 1)) {
            KeptHead kept = new KeptHead(geometry, codec);
            RawHead.write(header, new HeadWriter(geometry, codec, kept));
            stream.put(kept.content(0));
        }
        return stream.put(Files.readAllBytes(source)).array();
    }

    private Path file(String name, int mebibytes) throws IOException {
        Path file = folder.resolve(name);
        try (RandomAccessFile made = new RandomAccessFile(file.toFile(), "rw")) {
            made.setLength((long) mebibytes << 20);
        }
        return file;
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private void shell(String command, Object... arguments) throws Exception {
        run("bash", "-c", "set -o pipefail; " + String.format(command, arguments));
    }

    private void run(String... command) throws Exception {
        File log = folder.resolve("tool.log").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        assertThat(process.waitFor()).as(() -> text(command, log)).isZero();
    }

    private static String text(String[] command, File log) {
        try {
            return String.join(" ", command) + "\n" + Files.readString(log.toPath());
        } catch (IOException e) {
            return String.join(" ", command) + "\n" + e;
        }
    }
}
