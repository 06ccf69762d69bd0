package fr.brume.protocol.image;

/**
 * How far a staged partition has come.
 *
 * @param headFrames put, counted from the first
 * @param nextRegion smallest number that may come next
 * @param storedRegions regions put
 * @param end of the last frame with its padding, in the stream file
 * @param finished whether seek table and index are written
 */
public record StagedPosition(int headFrames, long nextRegion, long storedRegions, long end, boolean finished) {
    static final StagedPosition START = new StagedPosition(0, 0, 0, 0, false);

    StagedPosition after(StoredFrame frame) {
        RegionEntry entry = frame.entry();
        return frame.head()
                ? new StagedPosition(headFrames + 1, nextRegion, storedRegions, entry.end(), false)
                : new StagedPosition(headFrames, entry.number() + 1, storedRegions + 1, entry.end(), false);
    }

    StagedPosition asFinished(PartitionGeometry geometry) {
        return new StagedPosition(headFrames, geometry.regions(), storedRegions, end, true);
    }
}
