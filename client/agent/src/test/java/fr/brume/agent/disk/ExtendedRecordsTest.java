package fr.brume.agent.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.brume.protocol.fault.Failure;
import fr.brume.protocol.fault.FailureException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random chains of logical partitions, as different programs lay them out. */
class ExtendedRecordsTest {
    private static final int SECTORS = 2600;
    private static final int BASE = 64;

    @Test
    void everyChainComesBackToTheByte() throws FailureException {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            MemoryDisk source = new MemoryDisk(SECTORS * 512);
            PartitionTable table = chain(random, source);
            byte[] saved = ExtendedRecords.read(source, table);

            MemoryDisk target = new MemoryDisk(SECTORS * 512);
            ExtendedRecords.write(target, table, saved);
            assertThat(ExtendedRecords.read(target, table)).as("seed " + seed).isEqualTo(saved);
            for (TableEntry entry : table.entries()) {
                if (!entry.extended()) {
                    int from = (int) entry.startSector() * 512;
                    assertThat(ByteBuffer.wrap(target.content, from, (int) entry.sectors() * 512))
                            .as("data of " + entry.number())
                            .isEqualTo(ByteBuffer.allocate((int) entry.sectors() * 512));
                }
            }
        }
    }

    @Test
    void recordsOfPartitionsThatMovedAreNotWritten() throws FailureException {
        MemoryDisk source = new MemoryDisk(SECTORS * 512);
        PartitionTable table = chain(new Random(1), source);
        byte[] saved = ExtendedRecords.read(source, table);
        List<TableEntry> moved = new ArrayList<>(table.entries());
        TableEntry last = moved.remove(moved.size() - 1);
        moved.add(new TableEntry(last.number(), last.startSector() + 1, last.sectors() - 1, "83", ""));
        MemoryDisk target = new MemoryDisk(SECTORS * 512);
        ExtendedRecords.write(target, new PartitionTable("dos", 512, moved, ""), saved);
        ExtendedRecords.write(target, new PartitionTable("dos", 512, List.of(), ""), saved);
        ExtendedRecords.write(target, table, new byte[0]);
        assertThat(target.content).containsOnly(0);
    }

    @Test
    void aChainThatDoesNotEndOrLeadsOutsideIsRefused() throws FailureException {
        for (int next : new int[] {0, SECTORS}) {
            MemoryDisk disk = new MemoryDisk(SECTORS * 512);
            PartitionTable table = chain(new Random(2), disk);
            ByteBuffer record = ByteBuffer.wrap(disk.content).order(ByteOrder.LITTLE_ENDIAN);
            entry(record, BASE * 512 + 462, 5, next, 100);
            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(() -> ExtendedRecords.read(disk, table))
                    .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.UNSUPPORTED_TABLE));
        }
        PartitionTable none = new PartitionTable("dos", 512, List.of(new TableEntry(1, 8, 8, "83", "")), "");
        assertThat(ExtendedRecords.read(new MemoryDisk(8192), none)).isEmpty();
    }

    /** One to eight logical partitions with random gaps before their records, and between record and partition. */
    private static PartitionTable chain(Random random, MemoryDisk disk) {
        ByteBuffer bytes = ByteBuffer.wrap(disk.content).order(ByteOrder.LITTLE_ENDIAN);
        List<TableEntry> entries = new ArrayList<>();
        entries.add(new TableEntry(4, BASE, SECTORS - BASE, random.nextBoolean() ? "f" : "5", ""));
        int count = 1 + random.nextInt(8);
        int at = BASE;
        for (int i = 0; i < count; i++) {
            int record = at * 512;
            bytes.putShort(record + 510, (short) 0xAA55);
            bytes.putInt(record + 440, random.nextInt());
            int gap = 1 + random.nextInt(64);
            int sectors = 1 + random.nextInt(200);
            entry(bytes, record + 446, 0x83, gap, sectors);
            entries.add(new TableEntry(5 + i, at + gap, sectors, "83", ""));
            int next = at + gap + sectors + random.nextInt(40);
            if (i < count - 1) {
                entry(bytes, record + 462, 5, next - BASE, 300);
            }
            at = next;
        }
        return new PartitionTable("dos", 512, entries, "");
    }

    private static void entry(ByteBuffer bytes, int at, int type, int start, int sectors) {
        bytes.put(at + 4, (byte) type).putInt(at + 8, start).putInt(at + 12, sectors);
    }
}
