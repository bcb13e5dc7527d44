package org.protocolgate.alert;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.Happened;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.SentReason;
import org.protocolgate.intake.SentSnooze;
import org.protocolgate.intake.Violation;
import org.protocolgate.protocol.ServedRules;

/** The alerts of the study: read, acknowledged, put off. */
@Singleton
public final class AlertBook {

    private static final Duration LONGEST_SNOOZE = Duration.ofDays(14);

    private final TransactionOperations<Connection> transactions;
    private final Alerts alerts;
    private final AlertEvents events;
    private final Telling telling;
    private final AuditLog audit;
    private final ServedRules rules;
    private final Clock clock;

    AlertBook(
            TransactionOperations<Connection> transactions,
            Alerts alerts,
            AlertEvents events,
            Telling telling,
            AuditLog audit,
            ServedRules rules,
            Clock clock) {
        this.transactions = transactions;
        this.alerts = alerts;
        this.events = events;
        this.telling = telling;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * A page of alerts, newest first.
     *
     * @param open only those that are not resolved, or only those that are; null for all
     * @param before the last one of the page before
     */
    public AlertView.Page page(
            @Nullable String participant,
            @Nullable Severity severity,
            @Nullable Boolean open,
            @Nullable UUID before,
            int size,
            Locale language) {
        Instant now = clock.instant();
        List<Alert> found = transactions.executeRead(status ->
                alerts.page(study(), participant, severity == null ? null : severity.name(), open, before, size));
        return new AlertView.Page(
                found.stream().map(alert -> AlertView.of(alert, language, now)).toList(),
                found.size() < size ? null : found.get(size - 1).id());
    }

    /**
     * A page of the alerts that are not resolved, with the number of all of them.
     *
     * @param number of the page, from 1 on
     * @param all how many there are on all pages
     */
    public record Urgent(List<AlertView> alerts, int number, int pages, int all) {}

    /**
     * The alerts that are not resolved, the most urgent first; what was put off comes last.
     *
     * @param number of the page, from 1 on; a number beyond the last gives the last
     */
    public Urgent urgent(int number, int size, Locale language) {
        Instant now = clock.instant();
        return transactions.executeRead(status -> {
            int all = alerts.countOpen(study());
            int pages = Math.max(1, (all + size - 1) / size);
            int shown = Math.max(1, Math.min(number, pages));
            List<Alert> found = alerts.urgent(study(), now, (shown - 1) * size, size);
            return new Urgent(
                    found.stream()
                            .map(alert -> AlertView.of(alert, language, now))
                            .toList(),
                    shown,
                    pages,
                    all);
        });
    }

    /** Some of the alerts that nobody has acknowledged or put off, the most urgent first. */
    public List<AlertView> unseen(int size, Locale language) {
        Instant now = clock.instant();
        return transactions.executeRead(status -> alerts.unseen(study(), now, size).stream()
                .map(alert -> AlertView.of(alert, language, now))
                .toList());
    }

    /**
     * How urgent a participant is.
     *
     * @param worst the severity of its most urgent alert that is neither resolved nor put off
     * @param due the first day by which something has to be done, or null
     */
    public record Urgency(Severity worst, @Nullable LocalDate due) {}

    /** How urgent those participants are who have open alerts that are not put off, by code. */
    public Map<String, Urgency> urgencies() {
        Instant now = clock.instant();
        return transactions.executeRead(status -> alerts.urgencies(study(), now).stream()
                .collect(Collectors.toMap(Alerts.Urgency::participant, AlertBook::urgency)));
    }

    private static Urgency urgency(Alerts.Urgency counted) {
        Severity less = counted.actions() > 0 ? Severity.ACTION : Severity.INFO;
        return new Urgency(counted.stops() > 0 ? Severity.STOP : less, counted.due());
    }

    /** What is open of some participants, the oldest first. */
    public List<AlertView> openOf(List<String> participants, Locale language) {
        if (participants.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        return transactions.executeRead(status -> alerts.open(participants).stream()
                .map(alert -> AlertView.of(alert, language, now))
                .toList());
    }

    /** @throws NoSuchAlertException where there is none */
    public AlertView read(UUID id, Locale language) {
        return transactions.executeRead(status -> AlertView.of(find(id), language, clock.instant()));
    }

    /**
     * Says that somebody has seen an alert and acts on it.
     *
     * @throws RefusedException where no comment is given
     * @throws NoSuchAlertException where there is none
     * @throws SettledAlertException where it is resolved already
     */
    public AlertView acknowledge(UUID id, byte[] json, Actor actor, Locale language) throws RefusedException {
        String comment = SentReason.read(json, "comment").reason();
        return change(id, actor, language, Occurrence.Kind.ACKNOWLEDGED, (alert, at) -> {
            alerts.acknowledge(id, actor.name(), comment, at);
            return Reconciling.entry(Action.ALERT_ACKNOWLEDGED, alert, alert.severity())
                    .with("comment", Digest.of(comment));
        });
    }

    /**
     * Puts an alert off until a moment.
     *
     * @throws RefusedException where the moment is none, is past, or lies more than 14 days ahead
     * @throws NoSuchAlertException where there is none
     * @throws SettledAlertException where it is resolved already, or is one of STOP
     */
    public AlertView snooze(UUID id, byte[] json, Actor actor, Locale language) throws RefusedException {
        Instant until = SentSnooze.read(json, rules.zone()).until();
        Instant now = clock.instant();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_SNOOZE))) {
            throw new RefusedException(List.of(
                    new Violation("/until", "a moment of the next " + LONGEST_SNOOZE.toDays() + " days is expected")));
        }
        return change(id, actor, language, Occurrence.Kind.SNOOZED, (alert, at) -> {
            if (alert.severity() == Severity.STOP) {
                throw new SettledAlertException("an alert of STOP cannot be put off");
            }
            alerts.snooze(id, until, at);
            return Reconciling.entry(Action.ALERT_SNOOZED, alert, alert.severity())
                    .with("until", until.toString());
        });
    }

    /** What is done to an alert. */
    private interface Step {
        Happened of(Alert alert, Instant at);
    }

    private AlertView change(UUID id, Actor actor, Locale language, Occurrence.Kind kind, Step step) {
        return transactions.executeWrite(status -> {
            Alert seen = find(id);
            Chain chain = audit.hold(Reconciling.chain(seen));
            Alert alert = find(id);
            if (!alert.isOpen()) {
                throw new SettledAlertException("the alert " + id + " is resolved");
            }
            audit.add(chain, actor, List.of(step.of(alert, chain.at())));
            telling.tell(alert.study(), List.of(new Reconciling.Told(alert, kind, alert.severity())), chain.at());
            return AlertView.of(find(id), language, clock.instant());
        });
    }

    /** The number of the last thing that happened to an alert. */
    public long last() {
        return transactions.executeRead(status -> events.last(study()));
    }

    /** What happened to alerts after a number, in order. */
    public List<EventView> after(long number, int size, Locale language) {
        Instant now = clock.instant();
        return transactions.executeRead(status -> events.after(study(), number, size).stream()
                .map(event -> new EventView(
                        event.number(), event.kind().name(), AlertView.of(find(event.alert()), language, now)))
                .toList());
    }

    private Alert find(UUID id) {
        Optional<Alert> found = alerts.findById(id);
        return found.orElseThrow(() -> new NoSuchAlertException("no alert " + id));
    }

    private String study() {
        return rules.ask(rulebook -> rulebook.study());
    }
}
