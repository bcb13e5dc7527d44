package org.protocolgate.study;

import io.micronaut.json.JsonMapper;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.Happened;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.SentFact;
import org.protocolgate.intake.SentQuestion;
import org.protocolgate.intake.Violation;

/** The facts of participants: added all or none, and never changed. */
@Singleton
public final class FactBook {

    private static final int LONGEST_KEY = 200;

    private final TransactionOperations<Connection> transactions;
    private final Writing writing;
    private final Facts facts;
    private final Keys keys;
    private final Knowledge knowledge;
    private final FactEntry entries;
    private final AuditLog audit;
    private final JsonMapper json;
    private final Clock clock;

    FactBook(
            TransactionOperations<Connection> transactions,
            Writing writing,
            Facts facts,
            Keys keys,
            Knowledge knowledge,
            FactEntry entries,
            AuditLog audit,
            JsonMapper json,
            Clock clock) {
        this.transactions = transactions;
        this.writing = writing;
        this.facts = facts;
        this.keys = keys;
        this.knowledge = knowledge;
        this.entries = entries;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Records facts.
     *
     * @param key the name that the sender gave the request; what was answered to it is answered again
     * @return the answer, JSON
     * @throws RefusedException naming every fault in what was sent
     * @throws ConflictException where the key came with another request before, or the code is voided
     * @throws UnsignedException where a fact needs a signature that did not come with it
     */
    public String record(String code, byte[] sent, @Nullable String key, Actor actor, Signing signing)
            throws RefusedException {
        List<SentFact> read = SentFact.readAll(sent, entries.zone());
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new RefusedException(List.of(
                    new Violation("/Idempotency-Key", "a text of 1 to " + LONGEST_KEY + " characters is needed")));
        }
        String digest = Digest.of(sent);
        return writing.of(code, held -> {
            Chain chain = held.chain();
            knowledge.enrolledRightly(code);
            Optional<Answered> before = key == null ? Optional.empty() : keys.findByParticipantAndName(code, key);
            if (before.isPresent()) {
                return before.get().answerTo(digest);
            }
            UUID signature = entries.signature(read, actor, signing, digest);
            List<KeptFact> kept = new ArrayList<>();
            List<Happened> happened = new ArrayList<>();
            for (SentFact fact : read) {
                KeptFact one = entries.kept(code, fact, chain, chain.next() + kept.size(), signature, actor);
                kept.add(one);
                happened.add(FactEntry.recorded(one));
            }
            facts.saveAll(kept);
            audit.add(chain, actor, happened);
            String answer = text(RecordedView.of(kept, chain.at()));
            if (key != null) {
                keys.save(new Answered(code, key, digest, answer, chain.at()));
            }
            writing.follow(held, code, read.stream().anyMatch(SentFact::concernsOthers), actor);
            return answer;
        });
    }

    /**
     * What was known of a participant at a moment, or is known now: every fact with what became of it.
     *
     * @throws NotThereException where nobody was enrolled under the code then
     * @throws ConflictException where the moment lies ahead: what will be known is not known
     * @throws RefusedException where the moment is none
     */
    public List<FactView> known(String code, @Nullable String asKnownAt) throws RefusedException {
        Instant moment = asKnownAt == null ? null : SentQuestion.moment("asKnownAt", asKnownAt, entries.zone());
        if (moment != null && moment.isAfter(clock.instant())) {
            throw new ConflictException("asKnownAt lies ahead: " + moment);
        }
        return transactions.executeRead(status -> {
            knowledge.enrolled(code);
            return FactView.of(knowledge.at(code, moment));
        });
    }

    /**
     * Every fact of a participant with what became of it.
     *
     * @throws NotThereException where nobody is enrolled under the code
     */
    public List<FactView> all(String code) {
        return transactions.executeRead(status -> {
            knowledge.enrolled(code);
            return FactView.of(knowledge.now(code));
        });
    }

    /**
     * A participant with the facts that counted at a moment, or count now, as the dossier of a question has them.
     *
     * @return JSON
     * @throws NotThereException where nobody was enrolled under the code then
     * @throws RefusedException where the moment is none
     */
    public String dossier(String code, @Nullable String asKnownAt, Actor actor) throws RefusedException {
        Instant moment = asKnownAt == null ? null : SentQuestion.moment("asKnownAt", asKnownAt, entries.zone());
        return transactions.executeWrite(status -> {
            knowledge.enrolled(code);
            Known known = knowledge.at(code, moment);
            audit.add(
                    Chain.ofParticipant(code),
                    actor,
                    Happened.of(Action.EXPORTED)
                            .to(code)
                            .about(code)
                            .with("format", "dossier")
                            .with("asKnownAt", moment == null ? null : moment.toString())
                            .with("digest", known.digest()));
            return known.json();
        });
    }

    private String text(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
