package fr.brume.service.machine;

import java.io.Serializable;

/**
 * Which hosts to list.
 *
 * @param filter part of a name, description or MAC address; empty for all
 * @param sort by what
 * @param descending instead of ascending
 * @param first row, from 0
 * @param size rows at most
 * @param group of which group; null for whichever
 */
public record HostQuery(String filter, Sort sort, boolean descending, int first, int size, Group group) {
    /**
     * Only hosts of a group, or only those that are not in it.
     *
     * @param id of the group
     * @param inside whether those in it
     */
    public record Group(long id, boolean inside) implements Serializable {}

    /** What hosts can be sorted by. */
    public enum Sort {
        NAME("h.nameKey"),
        IMAGE("i.nameKey"),
        DEPLOYED("h.lastDeployed"),
        CREATED("h.created");

        private final String path;

        Sort(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    /** Hosts of whichever group. */
    public HostQuery(String filter, Sort sort, boolean descending, int first, int size) {
        this(filter, sort, descending, first, size, null);
    }

    /** All hosts by name. */
    public static HostQuery all(int first, int size) {
        return new HostQuery("", Sort.NAME, false, first, size);
    }
}
