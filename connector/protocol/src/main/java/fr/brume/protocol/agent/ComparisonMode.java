package fr.brume.protocol.agent;

/** Whether a deploy looks at what its disk has already. Names are stored: they never change. */
public enum ComparisonMode {
    /** Where blocks of the image are found on the disk. */
    AUTOMATIC,
    ON,
    OFF
}
