package fr.brume.service.boot.menu;

import fr.brume.domain.InvalidInputException;
import fr.brume.domain.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What both iPXE and GRUB can show: a PNG of 8 bits per colour that is not interlaced, no larger than the screens of firmware. */
final class PngPicture {
    static final int MOST_BYTES = 1024 * 1024;
    static final int WIDEST = 1920;
    static final int HIGHEST = 1200;

    private static final String FIELD = "background";

    private PngPicture() {}

    /** Refuses anything else. The size of the picture is read before its points, so that a bomb stays closed. */
    static void check(byte[] png) throws InvalidInputException {
        if (png.length > MOST_BYTES) {
            throw new InvalidInputException(size());
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) {
            reader.setInput(in, true);
            if (reader.getWidth(0) > WIDEST || reader.getHeight(0) > HIGHEST) {
                throw new InvalidInputException(size());
            }
            if (!isPlain(reader.getImageMetadata(0))) {
                throw new InvalidInputException(format());
            }
            reader.read(0);
        } catch (IOException | RuntimeException broken) {
            // The decoder throws more than IOException at files that are made to break it.
            throw new InvalidInputException(format());
        } finally {
            reader.dispose();
        }
    }

    private static boolean isPlain(IIOMetadata metadata) {
        for (Node node = metadata.getAsTree(metadata.getNativeMetadataFormatName())
                        .getFirstChild();
                node != null;
                node = node.getNextSibling()) {
            if (node instanceof Element header && header.getTagName().equals("IHDR")) {
                return header.getAttribute("bitDepth").equals("8")
                        && header.getAttribute("interlaceMethod").equals("none");
            }
        }
        return false;
    }

    private static Refusal size() {
        return Refusal.of(
                FIELD,
                "refusal.background.size",
                Integer.toString(MOST_BYTES / 1024),
                Integer.toString(WIDEST),
                Integer.toString(HIGHEST));
    }

    private static Refusal format() {
        return Refusal.of(FIELD, "refusal.background.format");
    }
}
