package org.protocolgate.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.protocolgate.testing.Database;

/** An export ten times as long, and its check, take no more memory: what is written is gone. */
@Tag("long")
class ExportMemoryTest {

    private static final double MAY_DIFFER = 1.10;

    @Test
    void theLiveHeapDoesNotGrowWithTheExport() {
        try (Fixture log = new Fixture(Database.POSTGRESQL)) {
            log.run(ManyEntries.insert(200, 0, 10_000));
            heapNearTheEndOf(log, 10_000);
            long small = heapNearTheEndOf(log, 10_000);
            log.run(ManyEntries.insert(200, 10_000, 100_000));
            long large = heapNearTheEndOf(log, 100_000);
            assertThat((double) large / small).isLessThan(MAY_DIFFER);
        }
    }

    /** What is live when nine tenths of the entries have been written, while the export goes on. */
    private static long heapNearTheEndOf(Fixture log, long entries) {
        long lines = 0;
        long heap = 0;
        for (byte[] piece : log.bean(Export.class)
                .of(Filter.NONE, Export.Format.NDJSON, Fixture.MONITOR, Fixture.SITE, Entry::action)) {
            for (byte b : piece) {
                lines += b == '\n' ? 1 : 0;
            }
            if (heap == 0 && lines > entries * 9 / 10) {
                System.gc();
                heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            }
        }
        assertThat(lines).isGreaterThan(entries);
        return heap;
    }
}
