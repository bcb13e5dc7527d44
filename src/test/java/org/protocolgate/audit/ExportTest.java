package org.protocolgate.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.audit.Fixture.CHAIN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;

/** The log is read page by page, and taken away in files that are whole or show that they are not. */
@ParameterizedClass
@EnumSource(Database.class)
class ExportTest {

    private static final Filter OF_PARTICIPANT =
            new Filter("CT-001", null, null, null, null, null, null, null, null, null);

    @Parameter
    Database database;

    @TempDir
    Path folder;

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
    void pagesGiveEachEntryOnceNewestFirst() {
        for (int i = 0; i < 200; i++) {
            log.add("participant:CT-00" + i % 7, Happened.of(Action.SIGNED), Happened.of(Action.SIGNED));
        }
        List<Entry> read = new ArrayList<>();
        @Nullable UUID before = null;
        List<Entry> page;
        do {
            page = log.bean(Listing.class).newest(Filter.NONE, before, 50);
            read.addAll(page);
            before = page.isEmpty() ? null : page.get(page.size() - 1).id();
        } while (page.size() == 50);
        assertThat(read).hasSize(412).doesNotHaveDuplicates();
        for (int i = 1; i < read.size(); i++) {
            assertThat(read.get(i).at().toEpochMilli())
                    .isLessThanOrEqualTo(read.get(i - 1).at().toEpochMilli());
        }
    }

    @Test
    void oldestFirstThePagesGiveTheSameInTheOtherOrder() {
        List<Entry> read = new ArrayList<>();
        @Nullable UUID after = null;
        List<Entry> page;
        do {
            page = log.bean(Listing.class).oldest(Filter.NONE, after, 5);
            read.addAll(page);
            after = page.isEmpty() ? null : page.get(page.size() - 1).id();
        } while (page.size() == 5);
        java.util.Collections.reverse(read);
        assertThat(read).hasSize(12).isEqualTo(log.entries(Filter.NONE));
    }

    @Test
    void whatIsLeftOutIsNotThereAndTheFileSaysSo() throws IOException {
        Filter filter = new Filter(
                null, null, null, null, null, null, null, null, null, null, Set.of(Action.SIGNED, Action.EXPORTED));
        assertThat(log.entries(filter)).hasSize(11).extracting(Entry::action).containsOnly("RULE_FIRED");
        assertThat(verify(lines(filter)).says()).contains("filtered ({without=SIGNED,EXPORTED})");
    }

    @Test
    void everyFilterFindsItsOwn() {
        UUID decision = UUID.randomUUID();
        log.add(
                Chain.SYSTEM,
                new Happened(Action.DECISION_MADE, "P", "3.0e8", "C", "R", "S", decision, "D", java.util.Map.of()));
        Entry one = log.entries(Filter.NONE).get(0);
        var at = one.at();
        var later = at.plusNanos(1000);
        List<Filter> filters = List.of(
                new Filter("P", null, null, null, null, null, null, null, null, null),
                new Filter(null, "3.0e8", null, null, null, null, null, null, null, null),
                new Filter(null, null, "C", null, null, null, null, null, null, null),
                new Filter(null, null, null, "R", null, null, null, null, null, null),
                new Filter(null, null, null, null, "S", null, null, null, null, null),
                new Filter(null, null, null, null, null, decision, null, null, null, null),
                new Filter(null, null, null, null, null, null, null, Action.DECISION_MADE, null, null),
                new Filter(null, null, null, null, null, null, null, null, at, null),
                new Filter("P", "3.0e8", "C", "R", "S", decision, "investigator", Action.DECISION_MADE, at, later));
        assertThat(filters).allSatisfy(filter -> assertThat(log.entries(filter)).containsExactly(one));
        assertThat(log.entries(new Filter(null, null, null, null, null, null, null, null, null, at)))
                .hasSize(12)
                .doesNotContain(one);
        assertThat(log.entries(new Filter(null, null, null, null, null, null, "investigator", null, null, null)))
                .hasSize(13);
    }

    @Test
    void csvIsReadBackWithChineseAndWithoutFormulas() throws IOException {
        log.add(
                Chain.SYSTEM,
                Happened.of(Action.SIGNED).about("=HYPERLINK(\"x\")").with("名", "中文, \"引号\"\n"));
        String csv = log.export(Filter.NONE, Export.Format.CSV);
        assertThat(csv).startsWith("\uFEFFtime,siteTime,user,action,details,record,");
        List<CSVRecord> rows = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv.substring(1)))
                .getRecords();
        assertThat(rows).hasSize(14);
        CSVRecord signed = rows.get(12);
        assertThat(signed.get("details")).isEqualTo("{\"名\":\"中文, \\\"引号\\\"\\n\"}");
        assertThat(signed.get("record")).isEqualTo("'=HYPERLINK(\"x\")");
        assertThat(OffsetDateTime.parse(signed.get("siteTime")).getOffset().toString())
                .isEqualTo("+08:00");
        assertThat(OffsetDateTime.parse(signed.get("siteTime")).toInstant().toString())
                .isEqualTo(signed.get("time"));
        assertThat(rows.get(13).get("action")).isEqualTo("EXPORTED");
        assertThat(rows.get(13).get("user")).isEqualTo("monitor");
        assertThat(rows.get(13).get("says")).isEqualTo("It was monitor.");
    }

    @Test
    void pagesOfAnExportFollowEachOther() throws IOException {
        for (int i = 0; i < 30; i++) {
            Happened[] many = new Happened[50];
            java.util.Arrays.fill(many, Happened.of(Action.SIGNED));
            log.add("participant:CT-003", many);
        }
        List<String> lines =
                log.export(Filter.NONE, Export.Format.NDJSON).lines().toList();
        assertThat(lines).hasSize(12 + 1500 + 1 + 1);
        Set<String> ids = new HashSet<>();
        for (String line : lines.subList(0, lines.size() - 1)) {
            ids.add(json(line).get("id").asText());
        }
        assertThat(ids).hasSize(1513);
        assertThat(verify(lines).whole()).isTrue();
    }

    @Test
    void anExportIsWholeByItself() throws IOException {
        Verified verified = verify(lines(Filter.NONE));
        assertThat(verified.whole()).as(verified.toString()).isTrue();
        assertThat(verified.says()).isEqualTo("Whole: 13 entries in 3 chains, each as it was recorded.");
    }

    @Test
    void aFilteredExportIsNotCalledWhole() throws IOException {
        log.add(CHAIN, Happened.of(Action.SIGNED));
        log.add(CHAIN, Happened.of(Action.SIGNED).to("CT-001"));
        List<String> lines = lines(OF_PARTICIPANT);
        Verified verified = verify(lines);
        assertThat(verified.whole()).isFalse();
        assertThat(verified.faults()).isEmpty();
        assertThat(verified.says())
                .contains(
                        "filtered ({participant=CT-001})", "Of 11 entries in 1 chain none was found changed; 1 stand");
        lines.set(3, lines.get(3).replace("MET", "NOT_MET"));
        assertThat(verify(lines).faults()).extracting(Fault::seq).containsExactly(4L);
    }

    @Test
    void alteredFilesAreNamed() throws IOException {
        expect(lines -> change(lines, 4, "rule 5", "rule 6"), CHAIN, 5L);
        expect(lines -> change(lines, 4, "\"time\":\"20", "\"time\":\"19"), Fault.FILE, 5L);
        expect(lines -> change(lines, 4, "+08:00", "+09:00"), Fault.FILE, 5L);
        expect(lines -> change(lines, 4, "{\"time\"", "{\"note\":1,\"time\""), Fault.FILE, 5L);
        expect(lines -> lines.remove(4), CHAIN, 5L);
        expect(lines -> lines.add(5, lines.get(4)), CHAIN, 5L);
        expect(lines -> lines.add(5, lines.remove(4)), CHAIN, 5L);
        expect(lines -> change(lines, 4, "\"seq\":5", "\"seq\":6"), CHAIN, 5L);
        expect(lines -> lines.remove(9), CHAIN, 10L);
        expect(lines -> lines.subList(0, 10).clear(), CHAIN, 1L);
        expect(lines -> lines.remove(lines.size() - 1), Fault.FILE, null);
        expect(lines -> change(lines, 13, "{\"entries\":13", "{\"entries\":12"), Fault.FILE, null);
        expect(lines -> lines.set(4, "no JSON"), Fault.FILE, 5L);
        expect(List::clear, Fault.FILE, null);
    }

    private void expect(Consumer<List<String>> alteration, String chain, @Nullable Long seq) {
        try {
            List<String> lines = lines(Filter.NONE);
            String last = lines.remove(lines.size() - 1);
            // each attempt tells of itself in the log: leave that out
            while (lines.size() > 13) {
                lines.remove(13);
            }
            JsonNode exported = json(lines.get(12));
            lines.add(last.replaceAll("^\\{\"entries\":\\d+", "{\"entries\":13")
                    .replaceAll(
                            "\\[\"system\",\\d+,\"[0-9a-f]+\"\\]",
                            "[\"system\",1,\"" + exported.get("hash").asText() + "\"]"));
            assertThat(verify(lines).whole()).isTrue();
            alteration.accept(lines);
            Verified verified = verify(lines);
            assertThat(verified.whole()).isFalse();
            assertThat(verified.faults().get(0).chain()).as(verified.toString()).isEqualTo(chain);
            assertThat(verified.faults().get(0).seq()).as(verified.toString()).isEqualTo(seq);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void change(List<String> lines, int line, String from, String to) {
        assertThat(lines.get(line)).contains(from);
        lines.set(line, lines.get(line).replace(from, to));
    }

    private List<String> lines(Filter filter) {
        return new ArrayList<>(log.export(filter, Export.Format.NDJSON).lines().toList());
    }

    private Verified verify(List<String> lines) throws IOException {
        return FileVerification.verify(Files.write(folder.resolve("log.ndjson"), lines), null);
    }

    private static JsonNode json(String line) throws IOException {
        return new ObjectMapper().readTree(line);
    }
}
