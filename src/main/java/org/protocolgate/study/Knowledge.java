package org.protocolgate.study;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.intake.SentParticipant;

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

    /**
     * Holds a participant's chain.
     *
     * @throws NotThereException where nobody can be enrolled under the code, whatever the databases do with such a text
     */
    Chain hold(String code) {
        return audit.hold(Chain.ofParticipant(possible(code)));
    }

    /** @throws NotThereException where nobody is enrolled under the code */
    Enrolled enrolled(String code) {
        return participants
                .findByCode(possible(code))
                .orElseThrow(() -> new NotThereException("no participant " + code));
    }

    private static String possible(String code) {
        if (!SentParticipant.isCode(code)) {
            throw new NotThereException("no participant: that is no code");
        }
        return code;
    }

    /** @throws ConflictException where the participant was enrolled under a wrong code */
    Enrolled enrolledRightly(String code) {
        Enrolled enrolled = enrolled(code);
        if (isVoided(code)) {
            throw new ConflictException(code + " was enrolled under a wrong code and is voided");
        }
        return enrolled;
    }

    boolean isVoided(String code) {
        return voidings.findByParticipant(code).isPresent();
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
