package fr.brume.service.image;

/**
 * Which images to list.
 *
 * @param filter part of a name, description or path; empty for all
 * @param sort by what
 * @param descending instead of ascending
 * @param first row, from 0
 * @param size rows at most
 */
public record ImageQuery(String filter, Sort sort, boolean descending, int first, int size) {
    /** What images can be sorted by. */
    public enum Sort {
        NAME("i.nameKey"),
        CAPTURED("v.committed"),
        SIZE_ON_CLIENT("v.sizeOnClient"),
        SIZE_ON_SERVER("v.sizeOnServer"),
        CREATED("i.created");

        private final String path;

        Sort(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    /** All images by name. */
    public static ImageQuery all(int first, int size) {
        return new ImageQuery("", Sort.NAME, false, first, size);
    }
}
