package fr.brume.lab.site;

import fr.brume.lab.machine.VirtualMachine;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * What is on a machine's screen.
 *
 * @param width pixels of a row
 * @param height rows
 * @param pixels red, green and blue of each
 */
public record ScreenPicture(int width, int height, byte[] pixels) {
    private static final int EDGE = 8;
    /** Loaders round colours to what the screen has. */
    private static final int ROUNDING = 10;

    /**
     * A picture of one colour, as a menu may have behind it.
     *
     * @param file where to
     * @param colour of all of it
     * @return the file
     */
    public static Path plain(Path file, Color colour) {
        BufferedImage picture = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setColor(colour);
        brush.fillRect(0, 0, 800, 600);
        brush.dispose();
        try {
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /**
     * Looks at the screen now.
     *
     * @param machine with a screen
     * @param folder for the picture
     * @return what it shows
     */
    public static ScreenPicture of(VirtualMachine machine, Path folder) {
        Path file = folder.resolve("screen.ppm");
        machine.picture(file);
        try {
            return read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A portable pixmap: three lines of text, then the pixels. */
    private static ScreenPicture read(byte[] file) {
        int at = 0;
        for (int lines = 0; lines < 3; at++) {
            lines += file[at] == '\n' ? 1 : 0;
        }
        String[] header =
                new String(file, 0, at, StandardCharsets.US_ASCII).strip().split("\\s+");
        byte[] pixels = new byte[file.length - at];
        System.arraycopy(file, at, pixels, 0, pixels.length);
        return new ScreenPicture(Integer.parseInt(header[1]), Integer.parseInt(header[2]), pixels);
    }

    /**
     * Whether the screen has a colour where no menu has text.
     *
     * @param colour to look for, near the lower right corner
     * @return whether it is that colour
     */
    public boolean hasAtTheEdge(Color colour) {
        int at = 3 * ((height - EDGE) * width + width - EDGE);
        return near(at, colour.getRed()) && near(at + 1, colour.getGreen()) && near(at + 2, colour.getBlue());
    }

    private boolean near(int at, int value) {
        return Math.abs(Byte.toUnsignedInt(pixels[at]) - value) <= ROUNDING;
    }
}
