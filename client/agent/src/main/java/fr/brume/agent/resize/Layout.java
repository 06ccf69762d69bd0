package fr.brume.agent.resize;

import java.util.List;

/**
 * Where every partition goes.
 *
 * @param places in the order of the disk; the extended partition before what is in it
 */
public record Layout(List<Place> places) {
    /** First byte behind the last partition. */
    public long end() {
        return places.stream().mapToLong(Place::end).max().orElse(0);
    }

    /** @throws IllegalArgumentException when there is no such partition */
    public Place of(int number) {
        return places.stream()
                .filter(place -> place.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("partition " + number));
    }
}
