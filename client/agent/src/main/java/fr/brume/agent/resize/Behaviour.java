package fr.brume.agent.resize;

/** What may become of a partition on a disk of another size. */
enum Behaviour {
    /** Keeps its size. */
    FIXED,
    /** Shares the room that there is. */
    RESIZABLE,
    /** Keeps its size and goes to the end of the disk, so that nothing stands in the way of the partition before it. */
    LAST,
    /** The extended partition: as large as what is in it. */
    CONTAINER
}
