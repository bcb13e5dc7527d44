package org.protocolgate.alert;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.decision.Decision;
import org.protocolgate.evaluation.Status;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.study.AfterDecision;
import org.protocolgate.study.Outlooks;

/** Alerts that follow from a decision: of a criterion that time has turned since somebody last looked. */
@Singleton
final class OnDecision implements AfterDecision {

    private final Alerts alerts;
    private final Outlooks outlooks;
    private final Reconciling reconciling;
    private final AuditLog audit;

    OnDecision(Alerts alerts, Outlooks outlooks, Reconciling reconciling, AuditLog audit) {
        this.alerts = alerts;
        this.outlooks = outlooks;
        this.reconciling = reconciling;
        this.audit = audit;
    }

    /** Where all that is not met is alerted already there is nothing to do; a day that is only thought of alerts nobody. */
    @Override
    public void of(String study, Decision decision, Actor actor, Rulebook rulebook) {
        String code = decision.participant();
        Set<String> known = alerts.open(List.of(code)).stream()
                .filter(alert -> alert.cause() == Cause.NOT_MET
                        && alert.detail().equals(decision.question().gate().name()))
                .map(alert -> String.valueOf(alert.criterion()))
                .collect(Collectors.toSet());
        boolean isNews = decision.criteria().stream()
                .map(Decision.Answer::outcome)
                .anyMatch(outcome -> outcome.status() == Status.NOT_MET
                        && !known.contains(outcome.criterion().id()));
        if (isNews) {
            Chain chain = audit.hold(Chain.ofParticipant(code));
            Outlooks.Others others = outlooks.others(study, rulebook);
            reconciling.reconcile(outlooks.of(code, others, chain, rulebook), chain, actor);
        }
    }
}
