package fr.brume.domain.task;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a task does, with FOG's numbers. */
public enum TaskType {
    DEPLOY(1, Trait.IMAGE, Trait.DESTRUCTIVE),
    CAPTURE(2, Trait.IMAGE),
    /** A shell, for somebody who logs in at the machine; over when it is left. */
    DEBUG(3, Trait.ADVANCED),
    MEMTEST(4, Trait.ADVANCED, Trait.WITHOUT_AGENT),
    TEST_DISK(5, Trait.ADVANCED),
    SURFACE_TEST(6, Trait.ADVANCED),
    INVENTORY(10, Trait.ADVANCED),
    PASSWORD_RESET(11, Trait.ADVANCED, Trait.ACCOUNT),
    WAKE_UP(14, Trait.ADVANCED, Trait.WITHOUT_BOOT),
    WIPE_FAST(18, Trait.ADVANCED, Trait.DESTRUCTIVE),
    WIPE_NORMAL(19, Trait.ADVANCED, Trait.DESTRUCTIVE),
    WIPE_FULL(20, Trait.ADVANCED, Trait.DESTRUCTIVE);

    /** What sets a type apart from the usual one, which boots the agent and leaves disks as they are. */
    private enum Trait {
        /** Works with the host's image. */
        IMAGE,
        /** Listed under the advanced tasks. */
        ADVANCED,
        /** Nothing that was on the disk remains. */
        DESTRUCTIVE,
        /** Works on a local account of Windows. */
        ACCOUNT,
        /** The machine's next boot has nothing to do with it. */
        WITHOUT_BOOT,
        /** The machine's next boot starts another program than the agent. */
        WITHOUT_AGENT
    }

    private final int id;
    private final List<Trait> traits;

    TaskType(int id, Trait... traits) {
        this.id = id;
        this.traits = List.of(traits);
    }

    public int id() {
        return id;
    }

    public boolean needsImage() {
        return traits.contains(Trait.IMAGE);
    }

    /** Whether it stands in the list of advanced tasks rather than beside each host. */
    public boolean isAdvanced() {
        return traits.contains(Trait.ADVANCED);
    }

    /** Whether it leaves nothing of what was on the disk. */
    public boolean isDestructive() {
        return traits.contains(Trait.DESTRUCTIVE);
    }

    /** Whether who asks for it has to type the host's name: it destroys, and gives nothing in exchange. */
    public boolean asksForName() {
        return isDestructive() && !needsImage();
    }

    /** Whether who asks for it has to name a local account of Windows. */
    public boolean asksForAccount() {
        return traits.contains(Trait.ACCOUNT);
    }

    /** Whether the machine has to start for it. */
    public boolean boots() {
        return !traits.contains(Trait.WITHOUT_BOOT);
    }

    /** Whether the machine's agent does it, and with it what the machine does at the end. */
    public boolean usesAgent() {
        return boots() && !traits.contains(Trait.WITHOUT_AGENT);
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
