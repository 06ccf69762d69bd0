package fr.brume.agent.resize;

/**
 * A partition as the planner sees it.
 *
 * @param number in the table
 * @param behaviour what may become of it
 * @param logical whether it lies in the extended partition
 * @param start first byte on the source
 * @param bytes on the source
 * @param least bytes that it needs; the same as on the source unless its file system can be made smaller
 */
record Piece(int number, Behaviour behaviour, boolean logical, long start, long bytes, long least) {
    boolean resizable() {
        return behaviour == Behaviour.RESIZABLE;
    }
}
