package org.protocolgate.study;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.Happened;
import org.protocolgate.dosing.Advice;
import org.protocolgate.dosing.DltNumbers;
import org.protocolgate.dosing.LevelName;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.SentDoseDecision;
import org.protocolgate.intake.Violation;
import org.protocolgate.protocol.Dosing;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.protocol.ServedRules;

/** The dose levels of the study that is served: who is in them, what is counted, and what people decided on them. */
@Singleton
public final class LevelBook {

    private final Writing writing;
    private final TransactionOperations<Connection> transactions;
    private final DoseDecisions decisions;
    private final CohortRecords cohorts;
    private final AuditLog audit;
    private final ServedRules rules;
    private final Clock clock;

    LevelBook(
            Writing writing,
            TransactionOperations<Connection> transactions,
            DoseDecisions decisions,
            CohortRecords cohorts,
            AuditLog audit,
            ServedRules rules,
            Clock clock) {
        this.writing = writing;
        this.transactions = transactions;
        this.decisions = decisions;
        this.cohorts = cohorts;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    /** Every level that is planned, was decided on, or has somebody in it, the lowest first. */
    public List<LevelView> list(Locale language) {
        return rules.ask(rulebook -> transactions.executeRead(status -> {
            ProtocolVersion version = version(rulebook);
            Seen seen = cohorts.unlessWritten(version.study(), version.zone()).all();
            List<DoseDecided> decided = decisions.ofStudy(version.study());
            return levels(version, seen, decided).stream()
                    .map(level -> state(level, seen, clock.instant(), version).view(decided, language))
                    .toList();
        }));
    }

    /**
     * One level.
     *
     * @throws NotThereException where the study can have no such level
     */
    public LevelView read(String level, Locale language) {
        return rules.ask(rulebook -> transactions.executeRead(status -> {
            ProtocolVersion version = version(rulebook);
            Seen seen = cohorts.unlessWritten(version.study(), version.zone()).all();
            List<DoseDecided> decided = decisions.ofStudy(version.study());
            BigDecimal asked = possible(level, version, levels(version, seen, decided));
            return state(asked, seen, clock.instant(), version).view(decided, language);
        }));
    }

    /**
     * Records a decision of investigators and sponsor.
     *
     * @param level the level judged
     * @throws NotThereException where the study can have no such level
     * @throws RefusedException naming every fault in what was sent
     * @throws UnsignedException where no investigator's signature came with it
     */
    public DoseDecisionView decide(String level, byte[] sent, Actor actor, Signing signing) throws RefusedException {
        ProtocolVersion served = rules.ask(this::version);
        BigDecimal judged = possible(level, served, new TreeSet<>());
        SentDoseDecision read = SentDoseDecision.read(sent, judged);
        if (!dosing(served).allows(read.level(), served.limits())) {
            throw new RefusedException(List.of(new Violation("/level", "lies outside the levels of the protocol")));
        }
        return writing.ofLevels(served.study(), held -> {
            UUID signature = FactEntry.signature("a decision on a dose level", actor, signing, Digest.of(sent));
            ProtocolVersion version = version(held.rulebook());
            Chain chain = held.levels();
            LevelState state =
                    state(judged, cohorts.now(version.study(), version.zone()).all(), chain.at(), version);
            DoseBody said = said(read, state);
            String body = said.body();
            DoseDecided decided = new DoseDecided(
                    audit.newId(chain),
                    version.study(),
                    chain.next(),
                    body,
                    Digest.of(body),
                    signature,
                    chain.at(),
                    actor.name());
            decisions.save(decided);
            audit.add(chain, actor, List.of(told(decided, said)));
            writing.follow(held, null, true, actor);
            return DoseDecisionView.of(decided);
        });
    }

    private static DoseBody said(SentDoseDecision read, LevelState state) {
        Advice advice = state.advice();
        return new DoseBody(
                LevelName.of(state.level()),
                read.kind(),
                LevelName.of(read.level()),
                state.today(),
                read.reason(),
                numbers(state.numbers()),
                advice == null
                        ? Map.of()
                        : Map.of(
                                "i3plus3",
                                advice.i3plus3().name(),
                                "boin",
                                advice.boin().name()),
                DoseWarnings.of(read, state));
    }

    private static Map<String, Object> numbers(DltNumbers numbers) {
        Function<List<DltNumbers.Waiting>, List<String>> codes =
                waiting -> waiting.stream().map(DltNumbers.Waiting::participant).toList();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("treated", numbers.treated());
        told.put("evaluable", numbers.evaluable());
        told.put("dlts", numbers.dlts());
        told.put("inWindow", codes.apply(numbers.inWindow()));
        told.put("overdue", codes.apply(numbers.overdue()));
        return told;
    }

    private static Happened told(DoseDecided decided, DoseBody said) {
        return Happened.of(Action.DOSE_DECIDED)
                .on(said.judged())
                .about(decided.id())
                .came(said.kind())
                .with("level", said.level())
                .with("on", said.on().toString())
                .with("numbers", said.numbers())
                .with("advice", said.advice())
                .with(
                        "warnings",
                        said.warnings().stream()
                                .map(DoseDecisionView.Warning::code)
                                .toList())
                .with("reason", Digest.of(said.reason()))
                .with("digest", decided.digest())
                .with("signature", decided.signature().toString());
    }

    private static TreeSet<BigDecimal> levels(ProtocolVersion version, Seen seen, List<DoseDecided> decided) {
        TreeSet<BigDecimal> levels = new TreeSet<>(dosing(version).planned(version.limits()));
        seen.records().stream()
                .flatMap(member -> Stream.ofNullable(member.assignment()))
                .flatMap(assignment -> Stream.ofNullable(assignment.level()))
                .forEach(levels::add);
        decided.forEach(
                one -> levels.add(new BigDecimal(DoseBody.read(one.body()).level())));
        return levels;
    }

    private static BigDecimal possible(String level, ProtocolVersion version, TreeSet<BigDecimal> there) {
        return there.stream()
                .filter(one -> LevelName.of(one).equals(level))
                .findFirst()
                .or(() -> LevelName.read(level)
                        .filter(asked ->
                                there.contains(asked) || dosing(version).allows(asked, version.limits())))
                .orElseThrow(() -> new NotThereException("no such dose level"));
    }

    private static LevelState state(BigDecimal level, Seen seen, Instant asOf, ProtocolVersion version) {
        return new LevelState(level, seen, asOf, version, dosing(version));
    }

    private ProtocolVersion version(Rulebook rulebook) {
        return rulebook.newest(rulebook.study()).orElseThrow();
    }

    private static Dosing dosing(ProtocolVersion version) {
        @Nullable Dosing dosing = version.dosing();
        if (dosing == null) {
            throw new NotThereException("the study has no dose levels");
        }
        return dosing;
    }
}
