package fr.brume.domain.task;

import fr.brume.domain.storage.StorageNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The slots of a storage group and who is next. Machines go in the order in which they checked in; the node with the lowest
 * share of its slots in use serves.
 *
 * @param nodes enabled ones of the group
 * @param used tasks at work by id of the node that serves them
 */
public record Slots(List<StorageNode> nodes, Map<Long, Long> used) {
    /** Slots that are free now, over all nodes. */
    public long free() {
        return nodes.stream().mapToLong(this::freeOf).sum();
    }

    /**
     * The turn of a task.
     *
     * @param waiting ids of the tasks that wait for a slot of this group, in order of check-in, this one among them
     * @param taskId the one that asks
     */
    public Turn turn(List<Long> waiting, long taskId) {
        int ahead = Math.max(0, waiting.indexOf(taskId));
        Optional<StorageNode> idlest =
                nodes.stream().filter(n -> freeOf(n) > 0).min(Comparator.comparingDouble(this::load));
        return ahead < free() && idlest.isPresent() ? new Turn.Go(idlest.get()) : new Turn.Wait(ahead + 1);
    }

    private long freeOf(StorageNode node) {
        return Math.max(0, node.getMaxClients() - usedOf(node));
    }

    private double load(StorageNode node) {
        return usedOf(node) / (double) node.getMaxClients();
    }

    private long usedOf(StorageNode node) {
        return used.getOrDefault(node.getId(), 0L);
    }
}
