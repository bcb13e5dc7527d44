package org.protocolgate.alert;

import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.study.Change;
import org.protocolgate.study.Consequence;
import org.protocolgate.study.Outlook;
import org.protocolgate.study.Outlooks;

/** Alerts that follow from what was recorded; after all other consequences, because alerts tell of these too. */
@Singleton
@Order(Following.LAST)
final class Following implements Consequence {

    static final int LAST = 1_000;

    private final Outlooks outlooks;
    private final Reconciling reconciling;
    private final AuditLog audit;

    Following(Outlooks outlooks, Reconciling reconciling, AuditLog audit) {
        this.outlooks = outlooks;
        this.reconciling = reconciling;
        this.audit = audit;
    }

    /** All chains of participants are held before the first alert is told, so that nobody waits in a circle. */
    @Override
    public void of(Change change, Rulebook rulebook) {
        Set<String> concerned = new LinkedHashSet<>();
        if (change.participant() != null) {
            concerned.add(change.participant());
        }
        if (change.ofCohort()) {
            concerned.addAll(outlooks.concerned(change.study(), change.participant(), rulebook));
        }
        Map<Chain, Outlook> found = new LinkedHashMap<>();
        for (String code : concerned) {
            Chain chain = audit.hold(Chain.ofParticipant(code));
            found.put(chain, outlooks.of(code, chain, rulebook));
        }
        found.forEach((chain, outlook) -> reconciling.reconcile(outlook, chain, change.actor()));
    }
}
