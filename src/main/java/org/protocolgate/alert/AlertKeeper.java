package org.protocolgate.alert;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.study.Outlook;

/** Brings alerts in line with what is found, within the transaction of the finder. */
@Singleton
public final class AlertKeeper {

    private final Reconciling reconciling;
    private final AuditLog audit;

    AlertKeeper(Reconciling reconciling, AuditLog audit) {
        this.reconciling = reconciling;
        this.audit = audit;
    }

    /**
     * Raises, changes and resolves a participant's alerts.
     *
     * @return how many alerts were raised, changed in urgency or resolved
     */
    public int reconcile(Outlook outlook, Actor actor) {
        return reconciling.reconcile(outlook, audit.hold(Chain.ofParticipant(outlook.participant())), actor);
    }

    /**
     * Of which participants the alerts are not in line with what is found; for one who only reads.
     *
     * @param outlooks of different participants
     */
    public Set<String> unsettled(List<Outlook> outlooks) {
        return reconciling.unsettled(outlooks);
    }

    /** Tells that a participant could not be evaluated; the next one that succeeds resolves it. */
    public void evaluationFailed(String study, String code, Actor actor) {
        reconciling.raise(study, code, Wants.failed(), audit.hold(Chain.ofParticipant(code)), actor);
    }
}
