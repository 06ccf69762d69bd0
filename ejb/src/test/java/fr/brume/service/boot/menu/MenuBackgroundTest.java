package fr.brume.service.boot.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MenuBackgroundTest {
    @TempDir
    Path home;

    @Test
    void keepsThePictureUnderOneName() throws Exception {
        MenuBackground background = new MenuBackground(home.resolve("boot"));
        assertThat(background.name()).isEmpty();
        background.store(png(64, 48, BufferedImage.TYPE_INT_RGB, false));
        byte[] other = png(32, 16, BufferedImage.TYPE_BYTE_GRAY, false);
        background.store(other);
        assertThat(background.name()).hasValue("background.png");
        assertThat(background.file().orElseThrow()).hasBinaryContent(other);
        try (Stream<Path> files = Files.list(home.resolve("boot"))) {
            assertThat(files).hasSize(1);
        }
        background.remove();
        assertThat(background.file()).isEmpty();
        background.remove();
    }

    @Test
    void aRefusedPictureLeavesTheFormerOne() throws Exception {
        MenuBackground background = new MenuBackground(home);
        byte[] good = png(8, 8, BufferedImage.TYPE_INT_RGB, false);
        background.store(good);
        assertThat(catchThrowableOfType(
                        InvalidInputException.class,
                        () -> background.store("<html>".getBytes(StandardCharsets.US_ASCII))))
                .isNotNull();
        assertThat(background.file().orElseThrow()).hasBinaryContent(good);
    }

    @Test
    void takesWhatEveryLoaderReads() throws Exception {
        byte[] plain = png(16, 16, BufferedImage.TYPE_INT_RGB, false);
        assertThat(refusal(plain)).isNull();
        assertThat(refusal(png(16, 16, BufferedImage.TYPE_INT_ARGB, false))).isNull();
        assertThat(refusal(png(16, 16, BufferedImage.TYPE_INT_RGB, true))).isEqualTo("refusal.background.format");
        assertThat(refusal(png(16, 16, BufferedImage.TYPE_USHORT_GRAY, false))).isEqualTo("refusal.background.format");
        assertThat(refusal(Arrays.copyOf(plain, plain.length - 30))).isEqualTo("refusal.background.format");
        assertThat(refusal(new byte[] {(byte) 0x89, 'P', 'N', 'G'})).isEqualTo("refusal.background.format");
    }

    @Test
    void aPictureHasAnEnd() throws Exception {
        assertThat(refusal(png(1921, 2, BufferedImage.TYPE_BYTE_GRAY, false))).isEqualTo("refusal.background.size");
        assertThat(refusal(png(2, 1201, BufferedImage.TYPE_BYTE_GRAY, false))).isEqualTo("refusal.background.size");
        assertThat(refusal(new byte[PngPicture.MOST_BYTES + 1])).isEqualTo("refusal.background.size");
    }

    private static String refusal(byte[] png) {
        InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, () -> PngPicture.check(png));
        return refused == null
                ? null
                : refused.refusals().stream()
                        .map(Refusal::messageKey)
                        .findFirst()
                        .orElseThrow();
    }

    private static byte[] png(int width, int height, int type, boolean interlaced) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setProgressiveMode(interlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(new BufferedImage(width, height, type), null, null), how);
        }
        writer.dispose();
        return bytes.toByteArray();
    }
}
