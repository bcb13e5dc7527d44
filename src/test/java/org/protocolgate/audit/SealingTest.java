package org.protocolgate.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.protocolgate.audit.Fixture.CHAIN;
import static org.protocolgate.audit.Fixture.MONITOR;
import static org.protocolgate.audit.Fixture.SITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;

/** A seal shows what the chains alone cannot: that an end was cut off together with its head, or all hashes made anew. */
@ParameterizedClass
@EnumSource(Database.class)
class SealingTest {

    private static final String CUT = "delete from audit_entry where chain = '" + CHAIN + "' and seq > 8";
    private static final String HEAD = "update audit_chain set seq = 8,"
            + " hash = (select e.hash from audit_entry e where e.chain = '" + CHAIN + "' and e.seq = 8),"
            + " at = (select e.at from audit_entry e where e.chain = '" + CHAIN + "' and e.seq = 8)"
            + " where chain = '" + CHAIN + "'";

    @Parameter
    Database database;

    @TempDir
    Path folder;

    private Fixture log;

    @BeforeEach
    void fill() {
        log = new Fixture(database, Map.of("protocol-gate.seal.folder", folder.toString())).filled();
    }

    @AfterEach
    void close() {
        log.close();
    }

    private Seal seal() {
        return log.bean(Sealing.class).seal(MONITOR, SITE);
    }

    @Test
    void sealsAreChainedAndTheLogTellsOfThem() {
        Seal first = seal();
        Seal second = seal();
        assertThat(first.number()).isEqualTo(1);
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(first.ends()).containsOnlyKeys(CHAIN, "participant:CT-002");
        assertThat(second.ends()).containsOnlyKeys(CHAIN, "participant:CT-002", Chain.SYSTEM);
        assertThat(log.entries(Filter.NONE).get(0).action()).isEqualTo("SEALED");
        Verified verified = log.verify();
        assertThat(verified.whole()).as(verified.toString()).isTrue();
    }

    @Test
    void anEndCutOffTogetherWithItsHeadShowsByTheSealAlone() {
        log.tamper(CUT, HEAD);
        assertThat(log.verify().whole()).isTrue();
    }

    @Test
    void anEndCutOffAfterASealIsNamed() throws IOException {
        Seal kept = seal();
        log.tamper(CUT, HEAD);
        assertThat(log.verify().faults())
                .extracting(Fault::says)
                .singleElement()
                .asString()
                .contains("Entry 10 of " + CHAIN);
        Verified verified = log.bean(StoredVerification.class).verify(kept);
        assertThat(verified.faults())
                .extracting(Fault::says)
                .containsExactly("Entry 9 of " + CHAIN + " was cut off with all behind it: a seal names number 10.");
        Path file = export();
        assertThat(FileVerification.verify(file, null).whole()).isTrue();
        assertThat(FileVerification.verify(file, kept).faults())
                .extracting(Fault::says)
                .containsExactly("Entry 9 of " + CHAIN + " was cut off with all behind it: a seal names number 10.");
    }

    @Test
    void aChainThatIsGoneIsNamed() throws IOException {
        Seal kept = seal();
        log.tamper(
                "delete from audit_entry where chain = '" + CHAIN + "'",
                "delete from audit_chain where chain = '" + CHAIN + "'");
        assertThat(log.bean(StoredVerification.class).verify(kept).faults())
                .extracting(Fault::chain)
                .containsExactly(CHAIN);
        assertThat(FileVerification.verify(export(), kept).faults())
                .extracting(Fault::chain)
                .containsExactly(CHAIN);
    }

    @Test
    void sealsThatWereChangedOrRemovedAreNamed() {
        Seal first = seal();
        seal();
        log.tamper("update audit_seal set heads = '[]' where number = 2");
        assertThat(log.verify().faults()).extracting(Fault::says).contains("Seal 2 is not as it was made.");
        log.run("delete from audit_seal");
        assertThat(log.verify().faults())
                .extracting(Fault::says)
                .singleElement()
                .asString()
                .startsWith("The seal 1 that entry 1 of system tells of is missing");
        assertThat(log.bean(StoredVerification.class).verify(first).faults())
                .extracting(Fault::says)
                .contains("Seal 1 is stored no more.");
    }

    @Test
    void itIsSealedOnceADayHoweverManyProcessesTry() throws Exception {
        Sealing sealing = log.bean(Sealing.class);
        Callable<Object> attempt = () -> {
            sealing.sealIfDue(SITE);
            return "";
        };
        var threads = Executors.newFixedThreadPool(4);
        for (var done : threads.invokeAll(List.of(attempt, attempt, attempt, attempt, attempt))) {
            done.get();
        }
        threads.shutdown();
        assertThat(sealing.before(Long.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void aLogWithoutEntriesIsNotSealed() {
        try (Fixture empty = new Fixture(database)) {
            empty.bean(Sealing.class).sealIfDue(SITE);
            assertThat(empty.bean(Sealing.class).before(Long.MAX_VALUE, 10)).isEmpty();
            assertThat(empty.verify().whole()).isTrue();
        }
    }

    @Test
    void theFileIsTheSeal() throws IOException {
        Seal seal = seal();
        Path file = folder.resolve("seal-000001-" + seal.sealedDay() + ".json");
        assertThat(SealFile.read(file)).isEqualTo(seal);
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
        Files.writeString(file, Files.readString(file).replace(",10,", ",8,"));
        assertThatThrownBy(() -> SealFile.read(file)).hasMessageContaining("was changed");
    }

    @Test
    void aFileThatIsMissingIsWrittenLater() throws IOException {
        Seal seal = seal();
        Path file = folder.resolve("seal-000001-" + seal.sealedDay() + ".json");
        Files.delete(file);
        log.bean(Sealing.class).sealIfDue(SITE);
        assertThat(SealFile.read(file)).isEqualTo(seal);
    }

    private Path export() throws IOException {
        return Files.writeString(folder.resolve("log.ndjson"), log.export(Filter.NONE, Export.Format.NDJSON));
    }
}
