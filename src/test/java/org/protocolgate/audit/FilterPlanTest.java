package org.protocolgate.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.protocolgate.testing.Database;

/** At 200,000 entries PostgreSQL finds each page of a filter by an index that is in the right order already. */
class FilterPlanTest {

    private static Fixture log;

    @BeforeAll
    static void fill() {
        log = new Fixture(Database.POSTGRESQL);
        log.run(ManyEntries.insert(200, 0, 200_000));
        log.run("analyze audit_entry");
    }

    @AfterAll
    static void close() {
        log.close();
    }

    @Test
    void byParticipantAndCriterion() {
        Filter filter = new Filter("CT-5", null, "EXC-7", null, null, null, null, null, null, null);
        assertThat(plan(Select.newest(filter, null, 51)))
                .contains("Index Scan Backward using audit_entry_participant_criterion")
                .doesNotContain("Sort");
        assertThat(plan(Select.newest(filter, new UUID(1770000100000L << 16 | 0x7000L, Long.MIN_VALUE), 51)))
                .contains("audit_entry_participant_criterion")
                .doesNotContain("Sort");
        assertThat(log.bean(Listing.class).newest(filter, null, 51)).hasSize(20);
    }

    @Test
    void byNothingAndByOneThing() {
        assertThat(plan(Select.newest(Filter.NONE, null, 51)))
                .contains("audit_entry_pkey")
                .doesNotContain("Sort");
        assertThat(plan(Select.newest(
                        new Filter("CT-5", null, null, null, null, null, null, null, null, null), null, 51)))
                .contains("using audit_entry_participant on")
                .doesNotContain("Sort");
    }

    @Test
    void oldestFirstAndWithoutSome() {
        Filter filter = new Filter(
                null, null, null, null, null, null, null, null, null, null, Set.of(Action.RULE_FIRED, Action.SIGNED));
        assertThat(plan(Select.oldest(filter, null, 51)))
                .contains("Index Scan using audit_entry_pkey")
                .doesNotContain("Sort");
    }

    @Test
    void theNextEntriesOfAChain() {
        assertThat(plan(Select.following("participant:CT-5", 100, Filter.NONE, Walk.PAGE)))
                .contains("audit_entry_chain")
                .doesNotContain("Sort");
    }

    private static String plan(Select select) {
        return log.bean(Stored.class).ask("explain " + select.sql(), select, rows -> {
            StringBuilder plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            return plan.toString();
        });
    }
}
