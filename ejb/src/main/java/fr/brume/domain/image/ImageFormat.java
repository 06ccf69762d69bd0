package fr.brume.domain.image;

import java.util.Arrays;
import java.util.Optional;

/** How the data of an image is stored (FOG's "image manager"), with FOG's numbers. */
public enum ImageFormat {
    PARTCLONE_ZSTD(5);

    private final int id;

    ImageFormat(int id) {
        this.id = id;
    }

    public int id() {
        return id;
    }

    /** Key of the label in {@code fr.brume.domain.Messages}. */
    public String key() {
        return "imageFormat." + name();
    }

    public static Optional<ImageFormat> of(int id) {
        return Arrays.stream(values()).filter(f -> f.id == id).findFirst();
    }
}
