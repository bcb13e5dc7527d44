package org.protocolgate.study;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.Happened;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.SentFact;
import org.protocolgate.intake.SentParticipant;
import org.protocolgate.intake.Violation;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.ServedRules;

/** Enrols somebody together with what is known of the first day: all of it or nothing. */
@Singleton
public final class Enrolling {

    private static final String FACTS = "/facts";

    private final Writing writing;
    private final Participants participants;
    private final Versions versions;
    private final Facts facts;
    private final Corrections corrections;
    private final FactEntry entries;
    private final AuditLog audit;
    private final ServedRules rules;

    Enrolling(
            Writing writing,
            Participants participants,
            Versions versions,
            Facts facts,
            Corrections corrections,
            FactEntry entries,
            AuditLog audit,
            ServedRules rules) {
        this.writing = writing;
        this.participants = participants;
        this.versions = versions;
        this.facts = facts;
        this.corrections = corrections;
        this.entries = entries;
        this.audit = audit;
        this.rules = rules;
    }

    /**
     * Enrols a participant.
     *
     * @param person the attributes, as for {@link ParticipantBook#put}
     * @param first a list of facts that nobody signs; an empty list where none is known yet
     * @throws RefusedException naming every fault in both; those in the facts begin with {@code /facts}
     * @throws ConflictException where somebody is enrolled under the code already
     * @throws UnsignedException where a fact needs the signature of an investigator
     */
    public void enrol(String code, byte[] person, byte[] first, Actor actor) throws RefusedException {
        ProtocolVersion newest =
                rules.ask(rulebook -> rulebook.newest(rulebook.study()).orElseThrow());
        List<Violation> faults = new ArrayList<>();
        SentParticipant sent = null;
        List<SentFact> read = List.of();
        try {
            sent = SentParticipant.read(person, code, newest.zone());
        } catch (RefusedException e) {
            faults.addAll(e.violations());
        }
        try {
            read = first.length <= "[]".length() ? List.of() : SentFact.readAll(first, newest.zone());
        } catch (RefusedException e) {
            e.violations().forEach(fault -> faults.add(fault.under(FACTS)));
        }
        if (sent == null || !faults.isEmpty()) {
            throw new RefusedException(faults);
        }
        enrol(code, sent, read, newest, actor);
    }

    private void enrol(String code, SentParticipant sent, List<SentFact> first, ProtocolVersion newest, Actor actor) {
        writing.of(newest.study(), code, held -> {
            if (participants.findByCode(code).isPresent()) {
                throw new ConflictException(code + " is enrolled already");
            }
            Chain chain = held.chain();
            Enrolled enrolled = new Enrolled(code, newest.study(), newest.version(), chain.at(), actor.name());
            participants.save(enrolled);
            versions.save(new Attributes(code, chain.next(), sent.body(), null, chain.at(), actor.name()));
            Pen pen = new Pen(enrolled, chain, actor, entries, audit);
            pen.tell(Happened.of(Action.PARTICIPANT_ENROLLED)
                    .to(code)
                    .about(code)
                    .with("digest", Digest.of(sent.body())));
            first.forEach(pen::record);
            pen.save(facts, corrections);
            if (pen.changes()) {
                writing.follow(held, code, pen.concernsOthers(), actor);
            }
            return code;
        });
    }
}
