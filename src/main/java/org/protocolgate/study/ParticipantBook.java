package org.protocolgate.study;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.Happened;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.SentParticipant;
import org.protocolgate.intake.SentReason;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.ServedRules;

/** Who takes part. */
@Singleton
public final class ParticipantBook {

    private final TransactionOperations<Connection> transactions;
    private final Writing writing;
    private final Participants participants;
    private final Versions versions;
    private final Voidings voidings;
    private final Knowledge knowledge;
    private final AuditLog audit;
    private final ServedRules rules;
    private final Clock clock;

    ParticipantBook(
            TransactionOperations<Connection> transactions,
            Writing writing,
            Participants participants,
            Versions versions,
            Voidings voidings,
            Knowledge knowledge,
            AuditLog audit,
            ServedRules rules,
            Clock clock) {
        this.transactions = transactions;
        this.writing = writing;
        this.participants = participants;
        this.versions = versions;
        this.voidings = voidings;
        this.knowledge = knowledge;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Enrols a participant, or changes what is known of who it is.
     *
     * @return whether somebody was enrolled
     * @throws RefusedException naming every fault in what was sent
     * @throws ConflictException where a change lacks its reason, or the code is voided
     */
    public boolean put(String code, byte[] json, Actor actor) throws RefusedException {
        ProtocolVersion newest = newest();
        SentParticipant sent = SentParticipant.read(json, code, newest.zone());
        return writing.of(newest.study(), code, held -> {
            Chain chain = held.chain();
            Optional<Enrolled> enrolled = participants.findByCode(code);
            if (enrolled.isPresent()) {
                change(knowledge.enrolledRightly(code), sent, chain, actor);
                writing.follow(held, code, false, actor);
            } else {
                participants.save(new Enrolled(code, newest.study(), newest.version(), chain.at(), actor.name()));
                add(code, sent, chain, actor, Action.PARTICIPANT_ENROLLED);
            }
            return enrolled.isEmpty();
        });
    }

    private void change(Enrolled enrolled, SentParticipant sent, Chain chain, Actor actor) {
        Known known = knowledge.now(enrolled.code());
        if (known.dossier(newest().zone()).participant().equals(sent.participant())) {
            return;
        }
        if (sent.reason() == null) {
            throw new ConflictException(
                    enrolled.code() + " is enrolled with other attributes; a change needs a reason");
        }
        add(enrolled.code(), sent, chain, actor, Action.PARTICIPANT_CHANGED);
    }

    private void add(String code, SentParticipant sent, Chain chain, Actor actor, Action action) {
        versions.save(new Attributes(code, chain.next(), sent.body(), sent.reason(), chain.at(), actor.name()));
        audit.add(
                chain, actor, List.of(Happened.of(action).to(code).about(code).with("digest", Digest.of(sent.body()))));
    }

    /**
     * Says that a participant was enrolled under a wrong code.
     *
     * @throws RefusedException where no reason is given
     * @throws NotThereException where nobody is enrolled under the code
     * @throws ConflictException where it was said before
     */
    public void voidCode(String code, byte[] json, Actor actor) throws RefusedException {
        SentReason sent = SentReason.read(json);
        writing.of(code, held -> {
            Chain chain = held.chain();
            knowledge.enrolledRightly(code);
            voidings.save(new Voided(code, chain.next(), sent.reason(), chain.at(), actor.name()));
            audit.add(
                    chain,
                    actor,
                    List.of(Happened.of(Action.PARTICIPANT_VOIDED).to(code).about(code)));
            writing.follow(held, code, true, actor);
            return code;
        });
    }

    /**
     * One participant.
     *
     * @throws NotThereException where nobody is enrolled under the code
     */
    public ParticipantView read(String code) {
        return transactions.executeRead(status -> {
            Enrolled enrolled = knowledge.enrolled(code);
            return ParticipantView.of(
                    enrolled,
                    knowledge.now(code),
                    voidings.findByParticipant(code).orElse(null),
                    newest().zone(),
                    clock.instant());
        });
    }

    /** Participants by code, those after a given one. */
    public List<ParticipantView.Summary> list(
            String after, @Nullable String verdict, @Nullable String level, int size) {
        return transactions.executeRead(status -> participants.list(after, verdict, level, size).stream()
                .map(ParticipantView::summary)
                .toList());
    }

    /** The codes of a study's participants in order, those after one and up to another; within the present transaction. */
    public List<String> codes(String study, String after, @Nullable String last, int size) {
        return last == null ? participants.codes(study, after, size) : participants.codes(study, after, last, size);
    }

    private ProtocolVersion newest() {
        return rules.ask(rulebook -> rulebook.newest(rulebook.study()).orElseThrow());
    }
}
