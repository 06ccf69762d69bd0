package fr.brume.service.machine;

/**
 * Which hosts to list.
 *
 * @param filter part of a name, description or MAC address; empty for all
 * @param sort by what
 * @param descending instead of ascending
 * @param first row, from 0
 * @param size rows at most
 */
public record HostQuery(String filter, Sort sort, boolean descending, int first, int size) {
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

    /** All hosts by name. */
    public static HostQuery all(int first, int size) {
        return new HostQuery("", Sort.NAME, false, first, size);
    }
}
