package fr.brume.agent.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import org.junit.jupiter.api.Test;

class PartitionTableTest {
    private static final String DOS = """
            label: dos
            label-id: 0xcafe1234
            device: /dev/sda
            unit: sectors
            sector-size: 512

            /dev/sda1 : start=        2048, size=      131072, type=7, bootable
            /dev/sda2 : start=      133120, size=      262144, type=f
            /dev/sda5 : start=      135168, size=       81920, type=c
            """;

    private static final String GPT = """
            label: gpt
            label-id: 6F2A4CB4-2C42-4F3E-9C36-0E6B4E0C7A11
            device: /dev/nvme0n1
            unit: sectors
            first-lba: 34
            last-lba: 524254
            sector-size: 512

            /dev/nvme0n1p1 : start=        2048, size=       81920, type=C12A7328-F81F-11D2-BA4B-00A0C93EC93B, uuid=A, name="EFI, \\"system\\" partition"
            /dev/nvme0n1p10 : start=       83968, size=       32768, type=E3C9E316-0B5C-4DB8-817D-F92DF00215AE, uuid=B, attrs="GUID:63"
            """;

    @Test
    void readsADosTable() throws FailureException {
        PartitionTable table = PartitionTable.parse("/dev/sda", DOS);

        assertThat(table.gpt()).isFalse();
        assertThat(table.entries())
                .containsExactly(
                        new TableEntry(1, 2048, 131072, "7", ""),
                        new TableEntry(2, 133120, 262144, "f", ""),
                        new TableEntry(5, 135168, 81920, "c", ""));
        assertThat(table.entries()).extracting(TableEntry::extended).containsExactly(false, true, false);
        assertThat(table.firstSector()).isEqualTo(2048);
        assertThat(table.neededBytes()).isEqualTo((133120L + 262144) * 512);
    }

    @Test
    void readsAGptWithNamesAndTwoDigitNumbers() throws FailureException {
        PartitionTable table = PartitionTable.parse("/dev/nvme0n1", GPT);

        assertThat(table.gpt()).isTrue();
        assertThat(table.entries()).extracting(TableEntry::number).containsExactly(1, 10);
        assertThat(table.entries().get(0).name()).startsWith("EFI, ").endsWith("partition");
        assertThat(table.neededBytes())
                .as("with the backup behind the last partition")
                .isEqualTo((83968L + 32768 + 33) * 512);
    }

    @Test
    void leavesTheEndOfAGptToTheToolOnAnotherSize() throws FailureException {
        PartitionTable table = PartitionTable.parse("/dev/nvme0n1", GPT);

        assertThat(table.scriptFor(1000, 1000)).isEqualTo(GPT);
        assertThat(table.scriptFor(2000, 1000)).isEqualTo(GPT.replace("last-lba: 524254\n", ""));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertRefused("label: sun\n");
        assertRefused("");
        assertRefused("label: dos\n/dev/sda1 : start= 99999999999999999999, size= 1, type=7\n");
    }

    private static void assertRefused(String text) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> PartitionTable.parse("/dev/sda", text))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.UNSUPPORTED_TABLE));
    }
}
