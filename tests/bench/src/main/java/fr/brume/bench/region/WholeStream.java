package fr.brume.bench.region;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** One zstd stream of the whole image by one thread: what the sizes are compared with. */
final class WholeStream implements CompressionRun {
    private final Path image;
    private final int level;
    private final Path stored;

    WholeStream(Path image, int level) throws IOException {
        this.image = image;
        this.level = level;
        this.stored = Files.createTempFile(image.getParent(), "whole", ".zst");
    }

    @Override
    public void compress() throws IOException {
        try (InputStream in = Files.newInputStream(image);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(stored), 1 << 20);
                ZstdOutputStream zstd = new ZstdOutputStream(out, level)) {
            copy(in, zstd);
        }
    }

    @Override
    public void decompress() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(stored), 1 << 20);
                ZstdInputStream zstd = new ZstdInputStream(in)) {
            copy(zstd, OutputStream.nullOutputStream());
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 20];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
        }
    }

    @Override
    public long bytes() {
        return size(image);
    }

    @Override
    public long frames() {
        return 1;
    }

    @Override
    public long storedBytes() {
        return size(stored);
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    @Override
    public void close() throws IOException {
        Files.delete(stored);
    }
}
