package fr.brume.service;

import java.util.List;

/**
 * A part of a long list, cut by the database.
 *
 * @param rows of this part
 * @param total rows that the whole list has
 */
public record Page<T>(List<T> rows, long total) {
    /** The most rows that a part has, whatever was asked for. */
    public static final int LARGEST = 500;

    public Page {
        rows = List.copyOf(rows);
    }
}
