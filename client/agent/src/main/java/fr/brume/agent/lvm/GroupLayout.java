package fr.brume.agent.lvm;

import fr.brume.agent.disk.JoinedDisk;
import fr.brume.agent.disk.Stretch;
import fr.brume.agent.lvm.VolumeGroup.Logical;
import fr.brume.agent.lvm.VolumeGroup.Physical;
import fr.brume.agent.lvm.VolumeGroup.Segment;
import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the volumes of a group lie on the disks of this machine. */
public final class GroupLayout {
    private final VolumeGroup group;
    private final Map<String, Stretch> places;

    /** @param places where each physical volume lies, by its UUID */
    public GroupLayout(VolumeGroup group, Map<String, Stretch> places) {
        this.group = group;
        this.places = Map.copyOf(places);
    }

    /** Whether every physical volume of the group is there. */
    public boolean complete() {
        return group.physicalVolumes().stream().map(Physical::uuid).allMatch(places::containsKey);
    }

    /**
     * A logical volume as a disk.
     *
     * @param writable whether programs may write to its device
     * @throws FailureException UNSUPPORTED_TABLE when the metadata leads outside a physical volume
     */
    public JoinedDisk volume(Logical volume, boolean writable) throws FailureException {
        List<Stretch> stretches = new ArrayList<>();
        for (Segment segment : volume.segments()) {
            stretches.add(stretch(segment));
        }
        return new JoinedDisk(stretches, writable);
    }

    private Stretch stretch(Segment segment) throws FailureException {
        Physical physical = group.physicalVolumes().stream()
                .filter(other -> other.name().equals(segment.physical()))
                .findFirst()
                .orElseThrow(this::wrong);
        Stretch place = places.get(physical.uuid());
        long end = segment.start() + segment.bytes();
        boolean inside = place != null
                && segment.start() >= 0
                && segment.bytes() > 0
                && end <= physical.bytes()
                && physical.start() + end <= place.bytes();
        if (!inside) {
            throw wrong();
        }
        return new Stretch(place.disk(), place.start() + physical.start() + segment.start(), segment.bytes());
    }

    private FailureException wrong() {
        return new FailureException(Failure.UNSUPPORTED_TABLE, group.name(), "LVM");
    }
}
