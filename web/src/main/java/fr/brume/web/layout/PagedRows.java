package fr.brume.web.layout;

import fr.brume.service.Page;
import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/**
 * Rows of a table that the database cuts, sorts and filters. Not safe for threads; belongs to one view.
 *
 * @param <T> a row
 */
public abstract class PagedRows<T> extends LazyDataModel<T> {
    private static final long serialVersionUID = 1L;
    private static final Wish ANY = new Wish("", "", false, 0, 1);

    private boolean filtered;

    /**
     * What the table wants to show.
     *
     * @param filter typed above the first column; empty for all
     * @param sort field of the column sorted by; empty for the usual order
     * @param descending instead of ascending
     * @param first row, from 0
     * @param size rows at most
     */
    public record Wish(String filter, String sort, boolean descending, int first, int size) {}

    /** Fetches what the table wants. */
    protected abstract Page<T> fetch(Wish wish);

    /** What tells a row from the others. */
    protected abstract Long id(T row);

    @Override
    public int count(Map<String, FilterMeta> filters) {
        filtered = !typed(filters).isEmpty();
        Wish wish = new Wish(typed(filters), ANY.sort(), ANY.descending(), ANY.first(), ANY.size());
        return Math.toIntExact(fetch(wish).total());
    }

    @Override
    public List<T> load(int first, int size, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
        SortMeta sort = sorts.values().stream()
                .filter(s -> s.getOrder() != null && !s.getOrder().isUnsorted())
                .findFirst()
                .orElse(null);
        String field = sort == null ? "" : sort.getField();
        boolean descending = sort != null && sort.getOrder().isDescending();
        return fetch(new Wish(typed(filters), field, descending, first, size)).rows();
    }

    /** Whether the table shows only what somebody looked for. */
    public boolean isFiltered() {
        return filtered;
    }

    @Override
    public String getRowKey(T row) {
        return Long.toString(id(row));
    }

    @Override
    public T getRowData(String key) {
        return getWrappedData().stream()
                .filter(row -> getRowKey(row).equals(key))
                .findFirst()
                .orElse(null);
    }

    private static String typed(Map<String, FilterMeta> filters) {
        return filters.values().stream()
                .map(FilterMeta::getFilterValue)
                .filter(v -> v != null && !v.toString().isBlank())
                .map(Object::toString)
                .findFirst()
                .orElse("");
    }
}
