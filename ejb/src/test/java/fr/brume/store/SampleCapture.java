package fr.brume.store;

import fr.brume.protocol.agent.SideFile;
import fr.brume.protocol.image.DiskManifest;
import fr.brume.protocol.image.HeadReader;
import fr.brume.protocol.image.HeadWriter;
import fr.brume.protocol.image.ImageManifest;
import fr.brume.protocol.image.KeptHead;
import fr.brume.protocol.image.PartcloneHeader;
import fr.brume.protocol.image.PartitionGeometry;
import fr.brume.protocol.image.PartitionManifest;
import fr.brume.protocol.image.RawHead;
import fr.brume.protocol.image.RegionBits;
import fr.brume.protocol.image.RegionCodec;
import fr.brume.protocol.image.RegionHasher;
import fr.brume.protocol.image.RegionHashes;
import fr.brume.protocol.image.RootDigest;
import fr.brume.protocol.image.StagedPartition;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;

/** A capture of a small disk with one raw partition of 1 MiB, as an agent would upload it. */
final class SampleCapture {
    static final String FILE = "d1p1.img";
    static final List<SideFile> SIDE_FILES = List.of(
            new SideFile("d1.partitions", base64("label: dos\n")),
            new SideFile("d1.mbr", base64("boot code")),
            new SideFile("d1.original.swapuuids", ""));

    private static final int REGION = 128 << 10;

    private SampleCapture() {}

    /** Stages the partition and gives the manifest to commit it with. */
    static ImageManifest stage(Path folder) throws Exception {
        PartcloneHeader header = RawHead.header(1 << 20);
        PartitionGeometry geometry = PartitionGeometry.of(header, REGION);
        RootDigest root = new RootDigest();
        byte[] finished;
        try (StagedPartition staged = StagedPartition.open(folder, FILE, geometry, 0);
                RegionCodec codec = new RegionCodec(REGION, 3);
                RegionCodec headCodec = new RegionCodec(REGION, 3)) {
            KeptHead kept = new KeptHead(geometry, headCodec);
            RawHead.write(header, new HeadWriter(geometry, codec, kept));
            staged.putHead(0, kept.frame(0));
            HeadReader reader = new HeadReader(geometry, kept);
            RegionHasher hasher = new RegionHasher(geometry);
            for (RegionBits bits = reader.nextUsed(); bits != null; bits = reader.nextUsed()) {
                byte[] noise = new byte[REGION];
                new Random(bits.region()).nextBytes(noise);
                ByteBuffer used = ByteBuffer.allocateDirect(REGION).put(noise).flip();
                RegionHashes hashes = hasher.hash(bits, used);
                root.add(hashes.digest());
                staged.putRegion(hashes, REGION, codec.compress(used));
            }
            finished = staged.finish(root.value());
        }
        return manifest(geometry, RootDigest.text(finished));
    }

    static ImageManifest manifest(PartitionGeometry geometry, String root) {
        PartitionManifest partition = new PartitionManifest(
                1,
                1 << 20,
                1 << 20,
                "07",
                "",
                "raw",
                "",
                1 << 20,
                geometry.blockSize(),
                FILE,
                geometry.regionSize(),
                geometry.headFrames(),
                root,
                0,
                "unknown");
        PartitionManifest swap =
                new PartitionManifest(2, 2 << 20, 1 << 20, "82", "", "swap", "ab-cd", 0, 4096, "", 0, 0, "", 0, "");
        DiskManifest disk = new DiskManifest(1, 4 << 20, 512, "dos", List.of(partition, swap));
        return new ImageManifest(
                1, 1, 1, "BIOS", List.of(disk), List.of(), "salle-12", "0.1", "2026-11-22T21:00:00Z", null);
    }

    /** The digests of what stands in a folder, whatever it is. */
    static SortedMap<String, String> digests(Path folder) throws Exception {
        return VersionReading.digests(
                folder,
                DigestList.names(folder),
                (name, done) -> FileDigest.of(folder.resolve(name), done),
                (done, total) -> {});
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
