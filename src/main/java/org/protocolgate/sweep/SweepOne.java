package org.protocolgate.sweep;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.alert.AlertKeeper;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.study.Outlook;
import org.protocolgate.study.Outlooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks about one participant, keeps what changed, brings its alerts in line, and notes that it is done, in one transaction. */
@Singleton
class SweepOne {

    private static final Logger LOG = LoggerFactory.getLogger(SweepOne.class);

    /** What a rule's fault says may quote what is recorded. */
    private static final String RULE_FAILED = "a rule failed";

    private final TransactionOperations<Connection> transactions;
    private final Outlooks outlooks;
    private final AlertKeeper alerts;
    private final Chunks chunks;
    private final AuditLog audit;
    private final Clock clock;

    SweepOne(
            TransactionOperations<Connection> transactions,
            Outlooks outlooks,
            AlertKeeper alerts,
            Chunks chunks,
            AuditLog audit,
            Clock clock) {
        this.transactions = transactions;
        this.outlooks = outlooks;
        this.alerts = alerts;
        this.chunks = chunks;
        this.audit = audit;
        this.clock = clock;
    }

    /** Another process has come further with the same chunk: it was thought to be dead, and is not. */
    static final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OvertakenException(String message) {
            super(message);
        }
    }

    /**
     * What a look at some participants comes to.
     *
     * @param settled of whom nothing has to be kept: whether nothing was asked, and how many questions were
     */
    record Look(Map<String, Settled> settled) {
        record Settled(boolean inactive, int asked) {}
    }

    /**
     * Looks at participants without holding anything. Where everything is as it was answered last, and alerts are in line with it,
     * there is nothing to keep; what somebody records meanwhile has its own consequences.
     *
     * @param until only who has a gate up to this day is asked about, or null for everybody
     */
    Look look(String study, List<String> codes, @Nullable LocalDate until, Rulebook rulebook) {
        return transactions.executeRead(status -> {
            Outlooks.Looking looking = outlooks.at(codes, study, clock.instant(), rulebook);
            Map<String, Look.Settled> settled = new HashMap<>();
            List<Outlook> same = new ArrayList<>();
            for (String code : codes) {
                try {
                    Optional<Outlook> outlook = looking.of(code, until);
                    if (outlook.isEmpty()) {
                        settled.put(code, new Look.Settled(true, 0));
                    } else if (outlook.get().fault() == null
                            && outlook.get().asked().stream().noneMatch(Outlook.Asked::isNews)) {
                        same.add(outlook.get());
                    }
                } catch (RuntimeException e) {
                    LOG.debug("{} is looked at again", code, e); // and fails again by itself
                }
            }
            Set<String> unsettled = alerts.unsettled(same);
            same.stream()
                    .filter(outlook -> !unsettled.contains(outlook.participant()))
                    .forEach(outlook -> settled.put(
                            outlook.participant(),
                            new Look.Settled(!outlook.active(), outlook.asked().size())));
            return new Look(settled);
        });
    }

    /** Notes that participants are done of whom nothing had to be kept. */
    void pass(UUID sweep, int number, String from, String to, List<Look.Settled> passed) {
        int inactive = (int) passed.stream().filter(Look.Settled::inactive).count();
        int asked = passed.stream().mapToInt(Look.Settled::asked).sum();
        transactions.executeWrite(status -> {
            advance(sweep, number, from, to, passed.size(), inactive, asked, 0, 0, 0);
            return to;
        });
    }

    /** Asks about one participant while its chain is held. */
    void sweep(UUID sweep, int number, String from, String code, String study, Rulebook rulebook) {
        outlooks.keepRules(rulebook);
        transactions.executeWrite(status -> {
            Chain chain = audit.hold(Chain.ofParticipant(code));
            Outlook outlook = outlooks.of(code, outlooks.othersUnlessWritten(study, rulebook), chain, rulebook);
            int changed = outlooks.keepChanged(outlook, chain, Actor.SERVICE);
            int alerted = alerts.reconcile(outlook, Actor.SERVICE);
            int asked = outlook.asked().size();
            String fault = outlook.fault();
            if (fault != null) {
                chunks.failed(sweep, code, RULE_FAILED, clock.instant());
            }
            int failed = fault == null ? 0 : 1;
            advance(sweep, number, from, code, 1, outlook.active() ? 0 : 1, asked, changed, alerted, failed);
            return code;
        });
    }

    void fail(String study, UUID sweep, int number, String from, String code, RuntimeException fault) {
        transactions.executeWrite(status -> {
            chunks.failed(sweep, code, fault.getClass().getSimpleName(), clock.instant());
            alerts.evaluationFailed(study, code, Actor.SERVICE);
            advance(sweep, number, from, code, 1, 0, 0, 0, 0, 1);
            return code;
        });
    }

    private void advance(
            UUID sweep,
            int number,
            String from,
            String to,
            int participants,
            int inactive,
            int asked,
            int changed,
            int alerted,
            int failed) {
        if (chunks.advance(sweep, number, from, to, participants, inactive, asked, changed, alerted, failed) == 0) {
            throw new OvertakenException("chunk " + number + " of sweep " + sweep + " is done by another");
        }
    }
}
