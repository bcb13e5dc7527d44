package org.protocolgate.study;

import com.fasterxml.jackson.core.type.TypeReference;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Happened;
import org.protocolgate.decision.Decision;
import org.protocolgate.intake.SentQuestion;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.protocol.ServedRules;

/** Decides once more what was decided before: from what was known then, under the rules of then. */
@Singleton
public final class Replay {

    private final TransactionOperations<Connection> transactions;
    private final Decisions decisions;
    private final Answers answers;
    private final Knowledge knowledge;
    private final CohortRecords cohorts;
    private final ServedSources sources;
    private final DecisionRecords records;
    private final AuditLog audit;
    private final ServedRules rules;

    Replay(
            TransactionOperations<Connection> transactions,
            Decisions decisions,
            Answers answers,
            Knowledge knowledge,
            CohortRecords cohorts,
            ServedSources sources,
            DecisionRecords records,
            AuditLog audit,
            ServedRules rules) {
        this.transactions = transactions;
        this.decisions = decisions;
        this.answers = answers;
        this.knowledge = knowledge;
        this.cohorts = cohorts;
        this.sources = sources;
        this.records = records;
        this.audit = audit;
        this.rules = rules;
    }

    /**
     * Replays a decision.
     *
     * @throws NotThereException where there is none
     */
    public ReplayView of(UUID id, Actor actor) {
        return of(id, actor, Locale.ENGLISH);
    }

    /**
     * Replays a decision.
     *
     * @param language in which what differs is told
     * @throws NotThereException where there is none
     */
    public ReplayView of(UUID id, Actor actor, Locale language) {
        Made made = transactions.executeRead(
                status -> decisions.findById(id).orElseThrow(() -> new NotThereException("no decision " + id)));
        RuleSet set = transactions.executeRead(status -> sources.set(made.ruleSet()));
        ReplayView view = rules.ask(rulebook -> {
            ProtocolVersion served = version(rulebook, made);
            return served != null && served.ruleSet().equals(made.ruleSet())
                    ? replay(made, set, served, language)
                    : underOldRules(made, set, language);
        });
        transactions.executeWrite(status -> {
            audit.add(
                    Chain.ofParticipant(made.participant()),
                    actor,
                    Happened.of(Action.DECISION_REPLAYED)
                            .to(made.participant())
                            .in(id)
                            .about(id)
                            .with("equal", view.equal())
                            .with("engine", view.sameEngine()));
            return id;
        });
        return view;
    }

    private ReplayView underOldRules(Made made, RuleSet set, Locale language) {
        try (Rulebook then = Rulebook.load(transactions.executeRead(status -> sources.folder(set)))) {
            ProtocolVersion version = version(then, made);
            if (version == null) {
                throw new NotThereException("the rules of decision " + made.id() + " lack its protocol version");
            }
            return replay(made, set, version, language);
        }
    }

    private static @Nullable ProtocolVersion version(Rulebook rulebook, Made made) {
        return rulebook.version(made.study(), made.protocolVersion()).orElse(null);
    }

    private ReplayView replay(Made made, RuleSet set, ProtocolVersion version, Locale language) {
        return transactions.executeRead(status -> {
            Map<String, Long> seen = DecisionBook.known(made);
            Known known = knowledge.upTo(made.participant(), seen.getOrDefault(made.participant(), 0L));
            Inquest again = new Inquest(
                    Gate.valueOf(made.gate()),
                    SentQuestion.keptDay(made.gateDay()),
                    made.asOf(),
                    known,
                    known.dossier(version.zone()),
                    cohorts.again(made.study(), made.participant(), version.zone(), seen),
                    version);
            Decision decision = again.decide();
            List<String> english = differences(made, decision, again, Locale.ENGLISH);
            List<String> told =
                    language.equals(Locale.ENGLISH) ? english : differences(made, decision, again, language);
            List<String> differences = told.isEmpty() ? english : told;
            boolean sameDossier = known.digest().equals(made.dossier());
            boolean sameFired =
                    DecisionEntries.fired(decision.evaluation().fired()).equals(made.fired());
            boolean sameEngine = set.engine().equals(sources.engine());
            return new ReplayView(
                    made.id(),
                    differences.isEmpty() && sameDossier && sameFired,
                    differences,
                    sameDossier,
                    sameFired,
                    made.ruleSet(),
                    sameEngine,
                    sameEngine ? null : set.engine(),
                    sameEngine ? null : sources.engine());
        });
    }

    private List<String> differences(Made made, Decision decision, Inquest again, Locale language) {
        String now = records.text(made.id(), decision, again.forecast(), language);
        String then = answers.findByDecisionAndLanguage(made.id(), language.toLanguageTag())
                .map(Answer::body)
                .orElseThrow();
        return Differences.between(read(then), read(now));
    }

    private static Object read(String body) {
        return Body.read(body, new TypeReference<Map<String, Object>>() {});
    }
}
