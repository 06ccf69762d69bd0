package fr.brume.lab.roundtrip;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two cases that hold most between them. */
class RoundTripIT {
    private static final RoundTripCase GPT = new RoundTripCase(
            2,
            Table.GPT,
            512,
            true,
            List.of(Content.BTRFS, Content.XFS, Content.F2FS, Content.EXFAT, Content.LVM, Content.FAT12));
    private static final RoundTripCase DOS = new RoundTripCase(
            3, Table.DOS, 4096, false, List.of(Content.NTFS, Content.EXT4, Content.EXT3, Content.FAT16, Content.SWAP));

    @Test
    @Tag("full")
    void disksComeBackAsTheyWere() {
        try (Bench bench = new Bench("roundtrip", List.of(GPT, DOS))) {
            bench.run(GPT);
            bench.run(DOS);
        }
    }
}
