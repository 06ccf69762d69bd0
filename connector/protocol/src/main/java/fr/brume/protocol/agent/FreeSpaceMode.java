package fr.brume.protocol.agent;

/** What a deploy does with the space that the image does not use. Names are stored: they never change. */
public enum FreeSpaceMode {
    /** Old data stays where the image does not overwrite it. */
    KEEP,
    /** The disk is told that nobody needs it; disks that cannot be told keep it. */
    DISCARD,
    /** Zeros are written, which takes the time of writing them. */
    ZERO
}
