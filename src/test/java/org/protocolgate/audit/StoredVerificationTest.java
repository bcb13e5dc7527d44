package org.protocolgate.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.audit.Fixture.CHAIN;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;

/** Whatever the owner of the database changes without making all hashes anew, the first entry concerned is named. */
@ParameterizedClass
@EnumSource(Database.class)
class StoredVerificationTest {

    private static final String OF_CHAIN = " where chain = 'participant:CT-001' and seq ";
    private static final String COPY =
            "insert into audit_entry (id, chain, seq, at, username, role, action, participant,"
                    + " details, hash) select cast('00000000-0000-7000-8000-000000000001' as uuid), chain, %s, at, username, role,"
                    + " action, participant, details, %s from audit_entry" + OF_CHAIN + "= %s";

    @Parameter
    Database database;

    private Fixture log;

    @BeforeEach
    void fill() {
        log = new Fixture(database).filled();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void anUntouchedLogIsWhole() {
        Verified verified = log.verify();
        assertThat(verified.whole()).as(verified.toString()).isTrue();
        assertThat(verified.says()).isEqualTo("Whole: 12 entries in 2 chains, each as it was recorded.");
        assertThat(verified.faults()).isEmpty();
    }

    /** In the hour that comes twice a local time would not tell which. */
    @Test
    void theHourThatTheClockIsSetBackIsRecordedAsItWas() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
            for (String moment : List.of("2026-10-25T00:30:00.123456Z", "2026-10-25T01:30:00.123456Z")) {
                Clock clock = Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
                log.add(new AuditLog(log.bean(Heads.class), log.bean(Entries.class), clock), "autumn");
            }
            Verified verified = log.verify();
            assertThat(verified.whole()).as(verified.toString()).isTrue();
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void aChangedDetailIsNamed() {
        log.tamper("update audit_entry set details = '{\"x\":1}'" + OF_CHAIN + "= 5");
        expect(5, Fault.What.CHANGED, "Entry 5 of participant:CT-001 was changed after it was recorded");
    }

    @Test
    void aChangedFirstOrLastEntryIsNamed() {
        log.tamper("update audit_entry set username = 'x'" + OF_CHAIN + "= 10");
        expect(10, Fault.What.CHANGED, "Entry 10");
        log.tamper("update audit_entry set username = 'x'" + OF_CHAIN + "= 1");
        expect(1, Fault.What.CHANGED, "Entry 1");
    }

    @Test
    void aChangedTimeIsNamed() {
        log.tamper("update audit_entry set at = at + interval '1' hour" + OF_CHAIN + "= 3");
        expect(3, Fault.What.CHANGED, "Entry 3");
    }

    @Test
    void anEntryThatWasRemovedIsNamed() {
        log.tamper("delete from audit_entry" + OF_CHAIN + "= 5");
        expect(5, Fault.What.REMOVED, "Entry 5 of participant:CT-001 was removed.");
    }

    @Test
    void severalThatWereRemovedAreNamed() {
        log.tamper("delete from audit_entry" + OF_CHAIN + "in (5, 6, 7)");
        expect(5, Fault.What.REMOVED, "Entry 5 of participant:CT-001 and those up to number 7 were removed.");
    }

    @Test
    void anEntryThatWasRemovedAndTheGapClosedIsNamed() {
        log.tamper("delete from audit_entry" + OF_CHAIN + "= 5");
        for (int i = 6; i <= 10; i++) {
            log.run("update audit_entry set seq = " + (i - 1) + OF_CHAIN + "= " + i);
        }
        expect(5, Fault.What.REMOVED, "what stood behind was given the numbers from 5 on");
    }

    @Test
    void anEndThatWasCutOffIsNamedByTheHead() {
        log.tamper("delete from audit_entry" + OF_CHAIN + "> 8");
        expect(9, Fault.What.REMOVED, "Entry 9 of participant:CT-001 was cut off: the chain ended with number 10.");
    }

    @Test
    void anInsertedEntryIsNamed() {
        log.tamper();
        for (int i = 10; i >= 5; i--) {
            log.run("update audit_entry set seq = " + (i + 1) + OF_CHAIN + "= " + i);
        }
        log.run(COPY.formatted("5", "hash", "4"));
        expect(5, Fault.What.INSERTED, "Entry 5 of participant:CT-001 was inserted");
    }

    @Test
    void anEntryInsertedWithTheRightHashIsNamed() {
        log.tamper();
        for (int i = 10; i >= 5; i--) {
            log.run("update audit_entry set seq = " + (i + 1) + OF_CHAIN + "= " + i);
        }
        log.run(COPY.formatted("5", "hash", "4"));
        rehash(5);
        expect(5, Fault.What.INSERTED, "Entry 5 of participant:CT-001 was inserted");
    }

    @Test
    void anEntryPutBehindTheEndIsNamed() {
        log.tamper(COPY.formatted("11", "hash", "10"));
        expect(11, Fault.What.INSERTED, "Entry 11");
        rehash(11);
        expect(11, Fault.What.INSERTED, "Entry 11 of participant:CT-001 was inserted: the chain ended with number 10.");
    }

    @Test
    void anEntryPutBeforeTheFirstIsNamed() {
        log.tamper(COPY.formatted("0", "hash", "1"));
        expect(0, Fault.What.INSERTED, "Entry 0");
    }

    @Test
    void entriesThatChangedPlacesAreNamed() {
        log.tamper(
                "update audit_entry set seq = 99" + OF_CHAIN + "= 5",
                "update audit_entry set seq = 5" + OF_CHAIN + "= 6",
                "update audit_entry set seq = 6" + OF_CHAIN + "= 99");
        expect(5, Fault.What.RENUMBERED, "Entry 5 of participant:CT-001 has changed places with number 6.");
    }

    @Test
    void anEntryWithAnotherNumberIsNamed() {
        log.tamper("update audit_entry set seq = 12" + OF_CHAIN + "= 10");
        expect(10, Fault.What.RENUMBERED, "Entry 10 of participant:CT-001 was given the number 12.");
    }

    @Test
    void anEntryInAnotherChainIsNamedInBoth() {
        log.tamper("update audit_entry set chain = 'participant:CT-002', seq = 3" + OF_CHAIN + "= 10");
        assertThat(log.verify().faults())
                .extracting(Fault::chain)
                .containsExactly("participant:CT-001", "participant:CT-002");
    }

    @Test
    void aHeadThatWasRemovedOrChangedShows() {
        log.tamper("update audit_chain set hash = '0' where chain = '" + CHAIN + "'");
        expect(10, Fault.What.CHANGED, "is not the one with which the chain ended");
        log.run("delete from audit_chain where chain = '" + CHAIN + "'");
        assertThat(log.verify().faults())
                .extracting(Fault::says)
                .containsExactly("The head of participant:CT-001 was removed.");
    }

    @Test
    void aWholeChainThatWasRemovedShowsByItsHead() {
        log.tamper("delete from audit_entry where chain = '" + CHAIN + "'");
        expect(1, Fault.What.REMOVED, "Entry 1 of participant:CT-001 was cut off");
    }

    @Test
    void aFactThatIsNotAsItWasRecordedIsNamed() {
        UUID fact = UUID.randomUUID();
        String body = "{\"type\":\"lab\"}";
        log.run("insert into participant values ('CT-001', 's', '1.0', current_timestamp, 'u')");
        log.run("insert into fact (id, participant, seq, type, body, digest, recorded_at, recorded_by) values ('" + fact
                + "', 'CT-001', 11, 'lab', '" + body + "', '" + Digest.of(body) + "', current_timestamp, 'u')");
        log.add(
                CHAIN,
                Happened.of(Action.FACT_RECORDED)
                        .to("CT-001")
                        .about(fact)
                        .with("type", "lab")
                        .with("digest", Digest.of(body)));
        assertThat(log.verify().whole()).isTrue();
        log.tamper("update fact set type = 'vital'");
        expect(11, Fault.What.CHANGED, "The fact " + fact);
        log.run("update fact set type = 'lab'");
        log.tamper("update fact set body = '{\"type\":\"vital\"}'");
        expect(11, Fault.What.CHANGED, "The fact " + fact + " that entry 11 of participant:CT-001 tells of");
        log.run("update fact set digest = '" + Digest.of("{\"type\":\"vital\"}") + "'");
        expect(11, Fault.What.CHANGED, "The fact " + fact);
        log.run("delete from fact");
        expect(11, Fault.What.CHANGED, "The fact " + fact);
    }

    @Test
    void anAnswerThatIsNotAsItWasGivenIsNamed() {
        UUID decision = UUID.randomUUID();
        log.run("insert into participant values ('CT-001', 's', '1.0', current_timestamp, 'u')");
        log.run("insert into rule_set values ('r', 's', '1.0', 'x', 'e', current_timestamp)");
        log.run(
                "insert into decision (id, participant, seq, study, protocol_version, rule_set, gate, gate_day, as_of, known,"
                        + " dossier, fired, verdict, recorded_at, recorded_by) values ('" + decision
                        + "', 'CT-001', 11, 's', '1.0', 'r', 'INFUSION', '2026-03-10', current_timestamp, '', '', '', 'HOLD',"
                        + " current_timestamp, 'u')");
        log.run("insert into decision_answer values ('" + decision + "', 'en', 'hold')");
        log.add(
                CHAIN,
                Happened.of(Action.DECISION_MADE)
                        .came("HOLD")
                        .to("CT-001")
                        .about(decision)
                        .with("answers", java.util.Map.of("en", Digest.of("hold"))));
        assertThat(log.verify().whole()).isTrue();
        log.tamper("update decision_answer set body = 'proceed'");
        expect(11, Fault.What.CHANGED, "The answer of decision " + decision);
    }

    /** Gives an entry the hash that belongs to what it says now. */
    private void rehash(long seq) {
        var stored = log.bean(Stored.class);
        Entry before =
                stored.entries(Select.following(CHAIN, seq - 2, Filter.NONE, 1)).get(0);
        Entry entry =
                stored.entries(Select.following(CHAIN, seq - 1, Filter.NONE, 1)).get(0);
        log.run("update audit_entry set hash = '" + Link.hash(before.hash(), entry) + "'" + OF_CHAIN + "= " + seq);
    }

    private void expect(long seq, Fault.What what, String says) {
        Verified verified = log.verify();
        assertThat(verified.whole()).isFalse();
        assertThat(verified.faults()).as(verified.toString()).hasSize(1);
        Fault fault = verified.faults().get(0);
        assertThat(fault.says()).contains(says);
        assertThat(fault.chain()).isEqualTo(CHAIN);
        assertThat(fault.seq()).isEqualTo(seq);
        assertThat(fault.what()).isEqualTo(what);
    }
}
