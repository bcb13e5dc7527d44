package org.protocolgate.alert;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        Map<String, Alert> open = new HashMap<>();
        alerts.open(outlook.participant()).forEach(alert -> open.put(alert.openKey(), alert));
        List<Happened> happened = new ArrayList<>();
        List<Told> told = new ArrayList<>();
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        Wants.of(outlook, near)
                .forEach(one -> wanted.merge(
                        one.key(outlook.participant()),
                        one,
                        (a, c) -> a.severity().compareTo(c.severity()) < 0 ? c : a));
        for (Wanted one : wanted.values()) {
            Alert there = open.remove(one.key(outlook.participant()));
            if (there == null) {
                raise(outlook.study(), outlook.participant(), outlook.level(), one, chain, happened, told);
            } else {
                change(there, one, chain, happened, told);
            }
        }
        for (Alert gone : open.values()) {
            alerts.resolve(gone.id(), chain.at());
            happened.add(entry(Action.ALERT_RESOLVED, gone, gone.severity()));
            told.add(new Told(gone, Occurrence.Kind.RESOLVED, gone.severity()));
        }
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
        boolean there = alerts.open(participant).stream()
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

    private void change(Alert there, Wanted wanted, Chain chain, List<Happened> happened, List<Told> told) {
        String body = AlertView.body(wanted);
        boolean sameUrgency = there.severity() == wanted.severity();
        if (sameUrgency && there.body().equals(body) && Objects.equals(there.due(), wanted.due())) {
            return;
        }
        alerts.change(there.id(), wanted.severity(), body, wanted.due(), chain.at());
        if (!sameUrgency) {
            if (wanted.severity().compareTo(there.severity()) > 0) {
                alerts.renew(there.id());
            }
            happened.add(entry(Action.ALERT_CHANGED, there, wanted.severity()));
            told.add(new Told(there, Occurrence.Kind.CHANGED, wanted.severity()));
        }
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
