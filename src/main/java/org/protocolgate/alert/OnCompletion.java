package org.protocolgate.alert;

import jakarta.inject.Singleton;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.deviation.AfterCompletion;
import org.protocolgate.deviation.DeviationView;

/** A deviation that somebody has completed needs nobody's attention any more. */
@Singleton
final class OnCompletion implements AfterCompletion {

    private final Reconciling reconciling;
    private final AuditLog audit;

    OnCompletion(Reconciling reconciling, AuditLog audit) {
        this.reconciling = reconciling;
        this.audit = audit;
    }

    @Override
    public void of(DeviationView completed, Actor actor) {
        String code = completed.participant();
        Chain chain = audit.hold(Chain.ofParticipant(code));
        reconciling.resolve(code, Cause.DEVIATION, completed.id().toString(), chain, actor);
    }
}
