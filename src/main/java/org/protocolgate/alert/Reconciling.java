package org.protocolgate.alert;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Happened;
import org.protocolgate.study.Outlook;

/** Brings the alerts of a participant in line with what there is cause for. The same cause twice changes nothing. */
@Singleton
final class Reconciling {

    private final Alerts alerts;
    private final Telling telling;
    private final AuditLog audit;
    private final Nearness near;
    private final DeviationWants deviations;

    Reconciling(Alerts alerts, Telling telling, AuditLog audit, Nearness near, DeviationWants deviations) {
        this.alerts = alerts;
        this.telling = telling;
        this.audit = audit;
        this.near = near;
        this.deviations = deviations;
    }

    /**
     * Raises, changes and resolves.
     *
     * @param chain the participant's, held
     * @return how many alerts were raised, changed in urgency or resolved
     */
    int reconcile(Outlook outlook, Chain chain, Actor actor) {
        String code = outlook.participant();
        List<Wanted> causes = new ArrayList<>(Wants.of(outlook, near));
        causes.addAll(deviations.of(List.of(code)).getOrDefault(code, List.of()));
        Differences differences = Differences.between(alerts.open(List.of(code)), causes, code);
        List<Happened> happened = new ArrayList<>();
        List<Told> told = new ArrayList<>();
        differences.raised().forEach(one -> raise(outlook.study(), code, outlook.level(), one, chain, happened, told));
        differences.changed().forEach(one -> change(one, chain, happened, told));
        differences.gone().forEach(one -> resolve(one, chain, happened, told));
        if (!happened.isEmpty()) {
            record(outlook.study(), chain, actor, happened, told);
        }
        return told.size();
    }

    private void record(String study, Chain chain, Actor actor, List<Happened> happened, List<Told> told) {
        alerts.saveAll(told.stream()
                .filter(one -> one.kind() == Occurrence.Kind.RAISED)
                .map(Told::alert)
                .toList());
        audit.add(chain, actor, happened);
        telling.tell(study, told, chain.at());
    }

    /** An alert of which something is to be told. */
    record Told(Alert alert, Occurrence.Kind kind, Severity severity) {}

    /** Raises one alert by itself, unless it is there. */
    void raise(String study, String participant, Wanted wanted, Chain chain, Actor actor) {
        boolean there = alerts.open(List.of(participant)).stream()
                .anyMatch(alert -> wanted.key(participant).equals(alert.openKey()));
        if (!there) {
            List<Happened> happened = new ArrayList<>();
            List<Told> told = new ArrayList<>();
            raise(study, participant, null, wanted, chain, happened, told);
            record(study, chain, actor, happened, told);
        }
    }

    private void raise(
            String study,
            String participant,
            @Nullable String level,
            Wanted wanted,
            Chain chain,
            List<Happened> happened,
            List<Told> told) {
        Alert alert = new Alert(
                audit.newId(chain),
                study,
                participant,
                level,
                wanted.criterion(),
                wanted.cause(),
                wanted.detail(),
                wanted.key(participant),
                wanted.severity(),
                AlertView.body(wanted),
                wanted.due(),
                chain.at(),
                chain.at(),
                null,
                null,
                null,
                null,
                null,
                0);
        happened.add(entry(Action.ALERT_RAISED, alert, wanted.severity()));
        told.add(new Told(alert, Occurrence.Kind.RAISED, wanted.severity()));
    }

    private void change(Differences.Changed changed, Chain chain, List<Happened> happened, List<Told> told) {
        Alert there = changed.alert();
        Wanted wanted = changed.wanted();
        alerts.change(there.id(), wanted.severity(), AlertView.body(wanted), wanted.due(), chain.at());
        if (changed.ofUrgency()) {
            if (wanted.severity().compareTo(there.severity()) > 0) {
                alerts.renew(there.id());
            }
            happened.add(entry(Action.ALERT_CHANGED, there, wanted.severity()));
            told.add(new Told(there, Occurrence.Kind.CHANGED, wanted.severity()));
        }
    }

    private void resolve(Alert gone, Chain chain, List<Happened> happened, List<Told> told) {
        alerts.resolve(gone.id(), chain.at());
        happened.add(entry(Action.ALERT_RESOLVED, gone, gone.severity()));
        told.add(new Told(gone, Occurrence.Kind.RESOLVED, gone.severity()));
    }

    /** Resolves the alert of one cause by itself, where there is one. */
    void resolve(String participant, Cause cause, String detail, Chain chain, Actor actor) {
        alerts.open(List.of(participant)).stream()
                .filter(alert -> alert.cause() == cause && alert.detail().equals(detail))
                .findFirst()
                .ifPresent(alert -> {
                    List<Happened> happened = new ArrayList<>();
                    List<Told> told = new ArrayList<>();
                    resolve(alert, chain, happened, told);
                    record(alert.study(), chain, actor, happened, told);
                });
    }

    /**
     * Of which participants the alerts are not in line with what there is cause for.
     *
     * @param outlooks of different participants
     */
    Set<String> unsettled(List<Outlook> outlooks) {
        List<String> codes = outlooks.stream().map(Outlook::participant).toList();
        if (codes.isEmpty()) {
            return Set.of();
        }
        Map<String, List<Wanted>> deviated = deviations.of(codes);
        Map<String, List<Alert>> open = alerts.open(codes).stream()
                .collect(Collectors.groupingBy(alert -> String.valueOf(alert.participant())));
        Set<String> unsettled = new HashSet<>();
        for (Outlook outlook : outlooks) {
            String code = outlook.participant();
            List<Wanted> causes = new ArrayList<>(Wants.of(outlook, near));
            causes.addAll(deviated.getOrDefault(code, List.of()));
            if (!Differences.between(open.getOrDefault(code, List.of()), causes, code)
                    .isNothing()) {
                unsettled.add(code);
            }
        }
        return unsettled;
    }

    /** The chain in which it is entered what happens to an alert. */
    static String chain(Alert alert) {
        return alert.participant() == null ? Chain.ofLevels(alert.study()) : Chain.ofParticipant(alert.participant());
    }

    static Happened entry(Action action, Alert alert, @Nullable Object status) {
        Happened happened = Happened.of(action)
                .of(alert.criterion())
                .about(alert.id())
                .with("cause", alert.cause().name());
        happened = alert.participant() == null ? happened : happened.to(alert.participant());
        happened = alert.level() == null ? happened : happened.on(alert.level());
        return status == null ? happened : happened.came(status);
    }
}
