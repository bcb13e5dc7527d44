package org.protocolgate.study;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;

/** Looks up what is known of a participant, or was at a moment of the past. */
@Singleton
final class Knowledge {

    private final Participants participants;
    private final Versions versions;
    private final Voidings voidings;
    private final Facts facts;
    private final Corrections corrections;
    private final AuditLog audit;

    Knowledge(
            Participants participants,
            Versions versions,
            Voidings voidings,
            Facts facts,
            Corrections corrections,
            AuditLog audit) {
        this.participants = participants;
        this.versions = versions;
        this.voidings = voidings;
        this.facts = facts;
        this.corrections = corrections;
        this.audit = audit;
    }

    /** @throws NotThereException where nobody is enrolled under the code */
    Enrolled enrolled(String code) {
        return participants.findByCode(code).orElseThrow(() -> new NotThereException("no participant " + code));
    }

    /** @throws ConflictException where the participant was enrolled under a wrong code */
    Enrolled enrolledRightly(String code) {
        Enrolled enrolled = enrolled(code);
        if (voidings.findByParticipant(code).isPresent()) {
            throw new ConflictException(code + " was enrolled under a wrong code and is voided");
        }
        return enrolled;
    }

    Known now(String code) {
        return upTo(code, Long.MAX_VALUE);
    }

    /** What was known at a moment, or is now. */
    Known at(String code, @Nullable Instant moment) {
        return moment == null ? now(code) : upTo(code, audit.lastAt(Chain.ofParticipant(code), moment));
    }

    /** What was known when the participant's chain had reached a number. */
    Known upTo(String code, long seq) {
        Attributes attributes = versions.newest(code, seq)
                .orElseThrow(() -> new NotThereException("participant " + code + " was not enrolled then"));
        return new Known(seq, attributes, facts.known(code, seq), corrections.known(code, seq));
    }
}
