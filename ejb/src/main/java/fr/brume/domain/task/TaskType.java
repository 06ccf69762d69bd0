package fr.brume.domain.task;

import java.util.Arrays;
import java.util.Optional;

/** What a task does, with FOG's numbers. */
public enum TaskType {
    DEPLOY(1),
    CAPTURE(2);

    private final int id;

    TaskType(int id) {
        this.id = id;
    }

    public int id() {
        return id;
    }

    /** Whether it takes one of the slots of a storage node: deploys do, captures do not. */
    public boolean takesSlot() {
        return this == DEPLOY;
    }

    /** Key of the label in {@code fr.brume.domain.Messages}. */
    public String key() {
        return "taskType." + name();
    }

    public static Optional<TaskType> of(int id) {
        return Arrays.stream(values()).filter(t -> t.id == id).findFirst();
    }
}
