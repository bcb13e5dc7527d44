package org.protocolgate.study;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.protocolgate.intake.SentQuestion;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.ServedRules;

/** How all participants of the study stand, by what was answered last; nothing is asked anew. */
@Singleton
public final class Overview {

    private final TransactionOperations<Connection> transactions;
    private final OverviewRows rows;
    private final ServedRules rules;
    private final Clock clock;

    Overview(TransactionOperations<Connection> transactions, OverviewRows rows, ServedRules rules, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * A participant.
     *
     * @param level its dose level as recorded, or null
     * @param last the last answer about what stands before it, or null where nothing was asked
     * @param changed whether something was recorded of it since that answer
     */
    public record Line(
            String participant,
            @Nullable String level,
            @Nullable Last last,
            boolean changed) {}

    /**
     * An answer.
     *
     * @param on the day asked about, as it was asked
     * @param past whether that day is over
     */
    public record Last(
            UUID decision,
            Gate gate,
            String on,
            boolean past,
            String verdict,
            @Nullable LocalDate earliest,
            Instant decidedAt,
            long number) {}

    /** Every participant that is not voided, by code. */
    public List<Line> all() {
        ProtocolVersion version =
                rules.ask(rulebook -> rulebook.newest(rulebook.study()).orElseThrow());
        LocalDate today = LocalDate.ofInstant(clock.instant(), version.zone());
        return transactions.executeRead(status -> {
            Map<String, List<OverviewRows.Made>> made = rows.lastAtEachGate(version.study()).stream()
                    .collect(Collectors.groupingBy(OverviewRows.Made::participant));
            Map<String, Long> recorded = rows.newestRecords(version.study()).stream()
                    .collect(Collectors.toMap(OverviewRows.Recorded::participant, OverviewRows.Recorded::seq));
            return rows.participants(version.study()).stream()
                    .map(one -> line(one, next(made.getOrDefault(one.code(), List.of()), today), recorded))
                    .toList();
        });
    }

    private static Line line(OverviewRows.Person one, @Nullable Last last, Map<String, Long> recorded) {
        boolean changed = last != null && recorded.getOrDefault(one.code(), 0L) > last.number();
        return new Line(one.code(), one.level(), last, changed);
    }

    /** Of the answers at the gates, that on the next day to come; where all days are over, or follow-up has begun, the newest. */
    private static @Nullable Last next(List<OverviewRows.Made> made, LocalDate today) {
        List<Last> all = made.stream()
                .map(one -> last(one, today))
                .sorted(Comparator.comparingLong(Last::number).reversed())
                .toList();
        if (all.isEmpty() || all.get(0).gate() == Gate.FOLLOW_UP) {
            return all.isEmpty() ? null : all.get(0);
        }
        return all.stream()
                .filter(last -> !last.past())
                .min(Comparator.comparing(Last::on).thenComparing(Last::gate))
                .orElse(all.get(0));
    }

    private static Last last(OverviewRows.Made made, LocalDate today) {
        PartialDate on = SentQuestion.keptDay(made.gateDay());
        return new Last(
                made.id(),
                Gate.valueOf(made.gate()),
                made.gateDay(),
                on.latest().isBefore(today),
                made.verdict(),
                made.earliest(),
                made.recordedAt(),
                made.seq());
    }
}
