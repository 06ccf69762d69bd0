package fr.brume.protocol.agent;

/**
 * {@code POST /agent/v1/progress}, at most once a second.
 *
 * @param phase of the task
 * @param partition number of the partition at work; 0 for none
 * @param partitions how many there are
 * @param fileSystem of that partition
 * @param deviceBytes size of that partition
 * @param usedBytes of that partition
 * @param blockSize of its file system, bytes
 * @param partitionDone bytes of used data done on that partition
 * @param done bytes of used data done on the whole task
 * @param total bytes of used data of the whole task
 * @param rate bytes of used data per second, over the last seconds
 * @param elapsedSeconds since the transfer began
 * @param remainingSeconds expected; -1 when unknown
 */
public record ProgressReport(
        Phase phase,
        int partition,
        int partitions,
        String fileSystem,
        long deviceBytes,
        long usedBytes,
        int blockSize,
        long partitionDone,
        long done,
        long total,
        long rate,
        long elapsedSeconds,
        long remainingSeconds) {}
