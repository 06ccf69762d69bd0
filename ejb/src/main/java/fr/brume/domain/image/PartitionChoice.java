package fr.brume.domain.image;

import java.util.Arrays;
import java.util.Optional;

/** Which partitions a task moves, with FOG's numbers. */
public enum PartitionChoice {
    EVERYTHING(1);

    private final int id;

    PartitionChoice(int id) {
        this.id = id;
    }

    public int id() {
        return id;
    }

    /** Key of the label in {@code fr.brume.domain.Messages}. */
    public String key() {
        return "partitionChoice." + name();
    }

    public static Optional<PartitionChoice> of(int id) {
        return Arrays.stream(values()).filter(p -> p.id == id).findFirst();
    }
}
