package org.protocolgate.alert;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.study.Change;
import org.protocolgate.study.Consequence;
import org.protocolgate.study.Outlook;
import org.protocolgate.study.Outlooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Alerts that follow from what was recorded; after all other consequences, because alerts tell of these too. */
@Singleton
@Order(Ordered.LOWEST_PRECEDENCE)
final class Following implements Consequence {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);

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
        Outlooks.Others others = outlooks.others(change.study(), rulebook);
        if (change.ofCohort()) {
            concerned.addAll(others.concerned());
        }
        Map<Chain, Optional<Outlook>> found = new LinkedHashMap<>();
        for (String code : concerned) {
            Chain chain = audit.hold(Chain.ofParticipant(code));
            found.put(chain, outlook(code, others, chain, rulebook));
        }
        found.forEach((chain, outlook) -> outlook.ifPresentOrElse(
                seen -> reconciling.reconcile(seen, chain, change.actor()),
                () -> reconciling.raise(
                        change.study(), Chain.participantOf(chain), Wants.failed(), chain, change.actor())));
    }

    /** What cannot be evaluated of one participant keeps nothing from being recorded of another; it is an alert itself. */
    private Optional<Outlook> outlook(String code, Outlooks.Others others, Chain chain, Rulebook rulebook) {
        try {
            return Optional.of(outlooks.of(code, others, chain, rulebook));
        } catch (DataAccessException e) {
            throw e; // the transaction is lost
        } catch (RuntimeException e) {
            LOG.error("{} could not be evaluated", code, e);
            return Optional.empty();
        }
    }
}
