package org.protocolgate.deviation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Cell;

/** Deviations as a CSV file that a spreadsheet opens as it is; of several completions the last one is there. */
final class DeviationFile {

    static final List<String> COLUMNS = List.of(
            "id",
            "participant",
            "kind",
            "gate",
            "criterion",
            "title",
            "what",
            "happenedOn",
            "foundAt",
            "foundAtSite",
            "state",
            "causeGone",
            "assessment",
            "action",
            "reportedTo",
            "completedAt",
            "completedBy",
            "open",
            "evidence",
            "decision",
            "authorisation",
            "other");

    private final StringBuilder text = new StringBuilder(Cell.BYTE_ORDER_MARK);
    private final ZoneId site;

    DeviationFile(ZoneId site) {
        this.site = site;
        print(List.of(COLUMNS));
    }

    void add(List<DeviationView> deviations) {
        print(deviations.stream().map(this::row).toList());
    }

    private void print(List<? extends List<? extends @Nullable Object>> rows) {
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.DEFAULT)) {
            for (List<? extends @Nullable Object> row : rows) {
                printer.printRecord(row.stream().map(Cell::of));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<@Nullable Object> row(DeviationView one) {
        DeviationView.StepView completed = one.steps().stream()
                .filter(step -> step.kind() == StepKind.COMPLETED)
                .reduce((earlier, later) -> later)
                .orElse(null);
        List<@Nullable Object> row = new ArrayList<>();
        row.add(one.id().toString());
        row.add(one.participant());
        row.add(one.kind().name());
        row.add(one.gate().name());
        row.add(one.criterion());
        row.add(one.title());
        row.add(one.what());
        row.add(one.happenedOn());
        row.add(one.foundAt().toString());
        row.add(siteTime(one.foundAt()));
        row.add(one.state().name());
        row.add(String.valueOf(one.causeGone()));
        row.add(completed == null ? null : completed.assessment());
        row.add(completed == null ? null : completed.action());
        row.add(completed == null ? null : completed.reportedTo());
        row.add(completed == null ? null : completed.at().toString());
        row.add(completed == null ? null : completed.by());
        row.add(one.open().entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(" ")));
        row.add(String.join(" ", one.evidence()));
        row.add(one.decision() == null ? null : one.decision().toString());
        row.add(one.authorisation() == null ? null : one.authorisation().toString());
        row.add(one.other());
        return row;
    }

    private String siteTime(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(ZonedDateTime.ofInstant(at, site));
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
