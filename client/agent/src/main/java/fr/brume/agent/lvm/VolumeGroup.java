package fr.brume.agent.lvm;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A volume group as its metadata describes it.
 *
 * @param name of it
 * @param uuid of it
 * @param physicalVolumes in the order of the text
 * @param volumes logical volumes in the order of the text
 * @param text all of the metadata
 */
public record VolumeGroup(
        String name, String uuid, List<Physical> physicalVolumes, List<Logical> volumes, String text) {
    private static final int SECTOR = 512;

    /**
     * A physical volume.
     *
     * @param name by which segments call it
     * @param uuid of it
     * @param start first byte of its extents, from its own beginning
     * @param bytes of all its extents
     */
    public record Physical(String name, String uuid, long start, long bytes) {}

    /**
     * A logical volume.
     *
     * @param name of it
     * @param uuid of it
     * @param segments in order; none when it is of a kind that is not one stretch behind the other
     */
    public record Logical(String name, String uuid, List<Segment> segments) {}

    /**
     * A stretch of a logical volume.
     *
     * @param physical name of the physical volume
     * @param start first byte, from the beginning of its extents
     * @param bytes of it
     */
    public record Segment(String physical, long start, long bytes) {}

    /** Reads the text of the metadata; UNSUPPORTED_TABLE when it is not that of one group. */
    public static VolumeGroup parse(String device, String text) throws FailureException {
        try {
            Map<String, Object> all = MetadataText.parse(text);
            Map.Entry<String, Object> group = all.entrySet().stream()
                    .filter(entry -> entry.getValue() instanceof Map)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no group"));
            return group(group.getKey(), section(group.getValue()), text);
        } catch (IllegalArgumentException | ClassCastException | IndexOutOfBoundsException | NullPointerException e) {
            throw new FailureException(Failure.UNSUPPORTED_TABLE, e, device, "LVM");
        }
    }

    private static VolumeGroup group(String name, Map<String, Object> group, String text) {
        long extent = number(group, "extent_size") * SECTOR;
        List<Physical> physical = new ArrayList<>();
        section(group.get("physical_volumes")).forEach((pv, value) -> {
            Map<String, Object> fields = section(value);
            physical.add(new Physical(
                    pv, text(fields, "id"), number(fields, "pe_start") * SECTOR, number(fields, "pe_count") * extent));
        });
        List<Logical> logical = new ArrayList<>();
        Object volumes = group.getOrDefault("logical_volumes", Map.of());
        section(volumes).forEach((lv, value) -> {
            Map<String, Object> fields = section(value);
            logical.add(new Logical(lv, text(fields, "id"), segments(fields, extent)));
        });
        return new VolumeGroup(name, text(group, "id"), List.copyOf(physical), List.copyOf(logical), text);
    }

    private static List<Segment> segments(Map<String, Object> volume, long extent) {
        List<Segment> segments = new ArrayList<>();
        for (int i = 1; i <= number(volume, "segment_count"); i++) {
            Map<String, Object> segment = section(volume.get("segment" + i));
            boolean linear = text(segment, "type").equals("striped") && number(segment, "stripe_count") == 1;
            if (!linear) {
                return List.of();
            }
            List<?> stripes = (List<?>) segment.get("stripes");
            long bytes = number(segment, "extent_count") * extent;
            segments.add(new Segment((String) stripes.get(0), (Long) stripes.get(1) * extent, bytes));
        }
        return List.copyOf(segments);
    }

    /** Whether every volume is made of plain stretches: no mirror, stripes, snapshot, thin pool or cache. */
    public boolean plain() {
        return volumes.stream().noneMatch(volume -> volume.segments().isEmpty());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> section(Object value) {
        return (Map<String, Object>) value;
    }

    private static long number(Map<String, Object> fields, String name) {
        return (Long) fields.get(name);
    }

    private static String text(Map<String, Object> fields, String name) {
        String text = (String) fields.get(name);
        if (text == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return text;
    }
}
