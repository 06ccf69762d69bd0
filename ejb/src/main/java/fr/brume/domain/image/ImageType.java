package fr.brume.domain.image;

import java.util.Arrays;
import java.util.Optional;

/** How much of a machine an image holds and whether it fits other disks, with FOG's numbers. */
public enum ImageType {
    SINGLE_DISK_RESIZABLE(1),
    SINGLE_DISK(2),
    ALL_DISKS(3),
    RAW(4);

    private final int id;

    ImageType(int id) {
        this.id = id;
    }

    public int id() {
        return id;
    }

    /** Key of the label in {@code fr.brume.domain.Messages}. */
    public String key() {
        return "imageType." + name();
    }

    public static Optional<ImageType> of(int id) {
        return Arrays.stream(values()).filter(t -> t.id == id).findFirst();
    }
}
