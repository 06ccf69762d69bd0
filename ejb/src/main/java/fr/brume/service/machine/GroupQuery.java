package fr.brume.service.machine;

/**
 * Which groups to list.
 *
 * @param filter part of a name or description; empty for all
 * @param sort by what
 * @param descending instead of ascending
 * @param first row, from 0
 * @param size rows at most
 */
public record GroupQuery(String filter, Sort sort, boolean descending, int first, int size) {
    /** What groups can be sorted by. */
    public enum Sort {
        NAME("g.nameKey"),
        MEMBERS("members");

        private final String path;

        Sort(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    /** All groups by name. */
    public static GroupQuery all(int first, int size) {
        return new GroupQuery("", Sort.NAME, false, first, size);
    }
}
