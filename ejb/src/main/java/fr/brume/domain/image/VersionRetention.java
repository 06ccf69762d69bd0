package fr.brume.domain.image;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Which versions of an image are too many. */
public final class VersionRetention {
    private VersionRetention() {}

    /**
     * The complete versions beyond the latest sound ones; damaged ones do not count as kept. The current one, protected ones and those that tasks use stay beside them.
     *
     * @param versions of one image
     * @param current the one that deploys take; null for none
     * @param keep how many of the latest stay; 0 for all
     * @param inUse ids of those that tasks use
     */
    public static List<ImageVersion> surplus(
            List<ImageVersion> versions, ImageVersion current, int keep, Set<Long> inUse) {
        if (keep == 0) {
            return List.of();
        }
        List<ImageVersion> complete = versions.stream()
                .filter(version -> version.getState() == VersionState.COMMITTED)
                .sorted(Comparator.comparingInt(ImageVersion::getNumber).reversed())
                .toList();
        int oldestKept = complete.stream()
                .filter(version -> !version.isDamaged())
                .limit(keep)
                .skip(keep - 1L)
                .mapToInt(ImageVersion::getNumber)
                .findFirst()
                .orElse(0);
        return complete.stream()
                .filter(version -> version.getNumber() < oldestKept)
                .filter(version -> !version.equals(current) && !version.isProtectedVersion())
                .filter(version -> !inUse.contains(version.getId()))
                .toList();
    }
}
