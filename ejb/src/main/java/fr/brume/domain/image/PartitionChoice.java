package fr.brume.domain.image;

import java.util.Arrays;
import java.util.Optional;

/** Which partitions a task moves, with FOG's numbers. */
public enum PartitionChoice {
    EVERYTHING(1),
    BOOT_CODE(2),
    PARTITION_1(3),
    PARTITION_2(4),
    PARTITION_3(5),
    PARTITION_4(6),
    PARTITION_5(7),
    PARTITION_6(8),
    PARTITION_7(9),
    PARTITION_8(10),
    PARTITION_9(11),
    PARTITION_10(12);

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
