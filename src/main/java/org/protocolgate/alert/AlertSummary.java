package org.protocolgate.alert;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.protocol.ServedRules;

/** What is open, and what was resolved, for those who look once in a while. */
@Singleton
public final class AlertSummary {

    private final TransactionOperations<Connection> transactions;
    private final Alerts alerts;
    private final AlertEvents events;
    private final ServedRules rules;
    private final Clock clock;

    AlertSummary(
            TransactionOperations<Connection> transactions,
            Alerts alerts,
            AlertEvents events,
            ServedRules rules,
            Clock clock) {
        this.transactions = transactions;
        this.alerts = alerts;
        this.events = events;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Some alerts of many.
     *
     * @param first the oldest of them
     * @param all how many there are
     */
    public record Part(List<AlertView> first, long all) {}

    /**
     * How alerts stand.
     *
     * @param upTo the number of the last thing that happened to an alert
     * @param open by severity, those that are not resolved nor put off
     * @param resolved those that were resolved since
     */
    public record Standing(long upTo, Map<Severity, Part> open, Part resolved) {}

    /**
     * How alerts stand now.
     *
     * @param number what was resolved after the thing of this number is told; null for what was resolved from {@code moment} on
     * @param most so many alerts at most are given of each part
     */
    public Standing since(@Nullable Long number, Instant moment, int most) {
        String study = rules.ask(rulebook -> rulebook.study());
        Instant now = clock.instant();
        return transactions.executeRead(status -> {
            long last = events.last(study);
            long after = number == null ? events.lastBefore(study, moment) : number;
            Map<Severity, Part> open = new EnumMap<>(Severity.class);
            for (Severity severity : Severity.values()) {
                open.put(
                        severity,
                        part(
                                alerts.pressing(study, severity, now, most),
                                alerts.countPressing(study, severity, now),
                                now));
            }
            return new Standing(
                    last,
                    Collections.unmodifiableMap(open),
                    part(alerts.resolved(study, after, last, most), alerts.countResolved(study, after, last), now));
        });
    }

    private static Part part(List<Alert> first, long all, Instant now) {
        return new Part(
                first.stream()
                        .map(alert -> AlertView.of(alert, Locale.ENGLISH, now))
                        .toList(),
                all);
    }
}
