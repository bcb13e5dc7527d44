package org.protocolgate.sweep;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Happened;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.study.ParticipantBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a chunk of a sweep. How far it has come is noted in the transaction of each participant, so that whoever goes on after a
 * process was killed begins behind what is done, and counts nothing twice.
 */
@Singleton
final class ChunkJob {

    static final String NAME = "sweep-chunk";

    private static final Logger LOG = LoggerFactory.getLogger(ChunkJob.class);
    private static final int AT_A_TIME = 100;
    private static final int NEAR_DAYS = 3;
    private static final String BETWEEN = "/";

    private final TransactionOperations<Connection> transactions;
    private final Sweeps sweeps;
    private final Chunks chunks;
    private final ParticipantBook participants;
    private final SweepOne one;
    private final AuditLog audit;
    private final ServedRules rules;
    private final Clock clock;

    ChunkJob(
            TransactionOperations<Connection> transactions,
            Sweeps sweeps,
            Chunks chunks,
            ParticipantBook participants,
            SweepOne one,
            AuditLog audit,
            ServedRules rules,
            Clock clock) {
        this.transactions = transactions;
        this.sweeps = sweeps;
        this.chunks = chunks;
        this.participants = participants;
        this.one = one;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    static String instance(Chunk chunk) {
        return chunk.sweep() + BETWEEN + chunk.number();
    }

    /**
     * Does the chunk that an instance names, or what is left of it.
     *
     * @param stopped tells whether the service is stopping; then the rest is left to whoever comes next
     * @return whether it is done
     */
    boolean run(String instance, BooleanSupplier stopped) {
        String[] parts = instance.split(BETWEEN);
        UUID id = UUID.fromString(parts[0]);
        int number = Integer.parseInt(parts[1]);
        Sweep sweep = transactions.executeRead(status -> sweeps.findById(id).orElseThrow());
        Chunk chunk = transactions.executeRead(status -> chunks.find(id, number).orElseThrow());
        String position = chunk.position();
        while (chunk.doneAt() == null && !stopped.getAsBoolean()) {
            String after = position;
            List<String> codes = transactions.executeRead(
                    status -> participants.codes(sweep.study(), after, chunk.lastCode(), AT_A_TIME));
            if (codes.isEmpty()) {
                finish(sweep, number);
                return true;
            }
            position = rules.ask(rulebook -> some(sweep, number, after, codes, stopped, rulebook));
        }
        return chunk.doneAt() != null;
    }

    /** Does some participants, and tells how far it has come. */
    private String some(
            Sweep sweep, int number, String from, List<String> codes, BooleanSupplier stopped, Rulebook rulebook) {
        SweepOne.Look look = one.look(sweep.study(), codes, until(sweep, rulebook), rulebook);
        String position = from;
        String noted = from;
        List<SweepOne.Look.Settled> passed = new ArrayList<>();
        for (String code : codes) {
            SweepOne.Look.Settled settled = look.settled().get(code);
            if (settled != null) {
                passed.add(settled);
            } else if (stopped.getAsBoolean()) {
                break;
            } else {
                noted = pass(sweep, number, noted, position, passed);
                next(sweep, number, noted, code, rulebook);
                noted = code;
            }
            position = code;
        }
        return pass(sweep, number, noted, position, passed);
    }

    private String pass(Sweep sweep, int number, String from, String to, List<SweepOne.Look.Settled> passed) {
        if (!passed.isEmpty()) {
            one.pass(sweep.id(), number, from, to, passed);
            passed.clear();
        }
        return to;
    }

    /** The last day on which a gate is near, where only those are asked about who have one. */
    private @Nullable LocalDate until(Sweep sweep, Rulebook rulebook) {
        ZoneId zone = rulebook.newest(sweep.study()).orElseThrow().zone();
        return sweep.kind() == Sweep.Kind.NEAR
                ? LocalDate.ofInstant(clock.instant(), zone).plusDays(NEAR_DAYS)
                : null;
    }

    private void next(Sweep sweep, int number, String from, String code, Rulebook rulebook) {
        try {
            one.sweep(sweep.id(), number, from, code, sweep.study(), rulebook);
        } catch (SweepOne.OvertakenException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("the sweep could not evaluate {} and goes on", code, e);
            one.fail(sweep.study(), sweep.id(), number, from, code, e);
        }
    }

    private void finish(Sweep sweep, int number) {
        transactions.executeWrite(status -> {
            Chain chain = audit.hold(Chain.SYSTEM);
            chunks.done(sweep.id(), number, chain.at());
            if (sweeps.finish(sweep.id(), chain.at()) > 0) {
                audit.add(
                        chain,
                        Actor.SERVICE,
                        List.of(Happened.of(Action.SWEEP_FINISHED)
                                .about(sweep.id())
                                .with("kind", sweep.kind().name())));
            }
            return sweep;
        });
    }
}
