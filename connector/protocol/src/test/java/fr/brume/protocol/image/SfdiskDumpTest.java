package fr.brume.protocol.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SfdiskDumpTest {
    @Test
    void readsTheFormOfToday() throws Exception {
        SfdiskDump dump = SfdiskDump.parse("d1.partitions", """
                label: gpt
                label-id: 0C0A9A3F-0A8E-4B0D-9E33-0F9E7A6B6E11
                last-lba: 20971486
                sector-size: 4096

                /dev/nvme0n1p10 : start=        2048, size=      204800, type=C12A, name="say \\"oui\\", non", attrs="GUID:63"
                """);
        assertThat(dump.header()).containsEntry("label", "gpt");
        assertThat(dump.sectorSize()).isEqualTo(4096);
        assertThat(dump.number("last-lba", 0)).isEqualTo(20971486);
        assertThat(dump.number("first-lba", 34)).isEqualTo(34);
        SfdiskDump.Entry entry = dump.entries().get(0);
        assertThat(entry.number()).isEqualTo(10);
        assertThat(entry.start()).isEqualTo(2048);
        assertThat(entry.sectors()).isEqualTo(204800);
        assertThat(entry.type()).isEqualTo("C12A");
        assertThat(entry.name()).isEqualTo("say \\\"oui\\\", non");
        assertThat(SfdiskDump.numberIn("  " + entry.line())).hasValue(10);
        assertThat(SfdiskDump.numberIn("label: gpt")).isEmpty();
    }

    @Test
    void readsTheFormOfTwentyYearsAgo() throws Exception {
        SfdiskDump dump = SfdiskDump.parse("d1.partitions", """
                # partition table of /dev/sda
                unit: sectors

                /dev/sda1 : start=     2048, size=   204800, Id= 7, bootable
                /dev/sda2 : start=        0, size=        0, Id= 0
                """);
        assertThat(dump.sectorSize()).isEqualTo(512);
        assertThat(dump.entries())
                .extracting(entry -> entry.number() + " " + entry.sectors() + " " + entry.type())
                .containsExactly("1 204800 7", "2 0 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dev/sda1 : start=2048, size=many, type=7",
                "/dev/sda1 : start=2048, type=7",
                "/dev/sda1 : start=99999999999999999999, size=1, type=7"
            })
    void refusesWhatIsNoPlace(String line) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> SfdiskDump.parse("d1.partitions", line))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.UNSUPPORTED_TABLE))
                .satisfies(e -> assertThat(e.arguments()).containsExactly("d1.partitions", line));
    }

    @Test
    void refusesACountThatIsNoneAndMorePartitionsThanATableHas() throws Exception {
        SfdiskDump dump = SfdiskDump.parse("a", "sector-size: big");
        assertThatExceptionOfType(FailureException.class).isThrownBy(dump::sectorSize);
        String line = "/dev/sda1 : start=1, size=1, type=7\n";
        assertThat(SfdiskDump.parse("a", line.repeat(256)).entries()).hasSize(256);
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> SfdiskDump.parse("a", line.repeat(257)));
    }
}
