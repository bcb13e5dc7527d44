package org.protocolgate.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Cell;
import org.protocolgate.protocol.Gate;

/** The screening log as a CSV file that a spreadsheet opens as it is; two columns for each gate. */
final class ScreeningFile {

    private final StringBuilder text = new StringBuilder(Cell.BYTE_ORDER_MARK);
    private final ZoneId site;

    ScreeningFile(ZoneId site) {
        this.site = site;
        List<String> columns = new ArrayList<>(List.of(
                "participant",
                "state",
                "enrolledAt",
                "enrolledAtSite",
                "enrolledBy",
                "protocolVersion",
                "consentedOn",
                "consentWithdrawnOn",
                "screeningStartedOn",
                "screenings",
                "level",
                "infusedOn",
                "endedOn",
                "criteria",
                "reason"));
        for (Gate gate : Gate.values()) {
            String name = gate.name().toLowerCase(Locale.ROOT);
            columns.add(name + "On");
            columns.add(name + "Verdict");
        }
        print(List.of(columns));
    }

    void add(List<ScreeningLine> lines) {
        print(lines.stream().map(this::row).toList());
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

    private List<@Nullable Object> row(ScreeningLine line) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(line.participant());
        row.add(line.state().name());
        row.add(line.enrolledAt().toString());
        row.add(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(ZonedDateTime.ofInstant(line.enrolledAt(), site)));
        row.add(line.enrolledBy());
        row.add(line.protocolVersion());
        row.add(line.consentedOn());
        row.add(line.consentWithdrawnOn());
        row.add(line.screeningStartedOn());
        row.add(String.valueOf(line.screenings()));
        row.add(line.level());
        row.add(line.infusedOn());
        row.add(line.endedOn());
        row.add(line.reasons().stream()
                .map(ScreeningLine.Reason::criterion)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" ")));
        row.add(line.reasons().stream().map(ScreeningLine.Reason::text).collect(Collectors.joining(" ")));
        for (Gate gate : Gate.values()) {
            row.add(at(line, gate).map(ScreeningLine.AtGate::on).findFirst().orElse(null));
            row.add(at(line, gate)
                    .map(ScreeningLine.AtGate::verdict)
                    .findFirst()
                    .orElse(null));
        }
        return row;
    }

    private static Stream<ScreeningLine.AtGate> at(ScreeningLine line, Gate gate) {
        return line.gates().stream().filter(at -> at.gate().equals(gate.name()));
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
