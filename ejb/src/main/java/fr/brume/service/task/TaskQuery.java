package fr.brume.service.task;

/**
 * Which tasks of the past to list.
 *
 * @param filter part of the name of a host, of an image or of who made the task; empty for all
 * @param sort by what
 * @param descending instead of ascending
 * @param first row, from 0
 * @param size rows at most
 */
public record TaskQuery(String filter, Sort sort, boolean descending, int first, int size) {
    /** What tasks can be sorted by. */
    public enum Sort {
        ENDED("t.times.ended"),
        STARTED("t.times.started"),
        HOST("t.hostName"),
        IMAGE("t.imageName"),
        TYPE("t.type"),
        STATE("t.state");

        private final String path;

        Sort(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    /** All tasks that are over, latest first. */
    public static TaskQuery latest(int first, int size) {
        return new TaskQuery("", Sort.ENDED, true, first, size);
    }
}
