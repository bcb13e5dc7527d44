package org.protocolgate.study;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.protocolgate.audit.Chain;
import org.protocolgate.intake.SentQuestion;
import org.protocolgate.participant.Dossier;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.Rulebook;

/** Gathers all that the answer to a question about a stored participant rests on. */
@Singleton
final class Inquests {

    private final Knowledge knowledge;
    private final CohortRecords cohorts;

    Inquests(Knowledge knowledge, CohortRecords cohorts) {
        this.knowledge = knowledge;
        this.cohorts = cohorts;
    }

    /**
     * A question as it was sent.
     *
     * @param chain the participant's, held
     * @throws ConflictException where the moment lies ahead, or the version consented to is not served
     */
    Inquest of(Enrolled enrolled, SentQuestion asked, Chain chain, Rulebook rulebook) {
        Instant then = asked.asKnownAt();
        if (then == null) {
            return now(enrolled, asked.gate(), asked.on(), chain, rulebook);
        } else if (then.isAfter(chain.at())) {
            throw new ConflictException("asKnownAt lies ahead: " + then);
        }
        ZoneId zone = zone(enrolled, rulebook);
        Known known = knowledge.at(enrolled.code(), then);
        return inquest(
                enrolled,
                asked.gate(),
                asked.on(),
                then,
                known,
                cohorts.at(enrolled.study(), enrolled.code(), zone, then),
                rulebook);
    }

    /** A question by what is recorded now, asked at the moment at which the participant's chain was held. */
    Inquest now(Enrolled enrolled, Gate gate, PartialDate on, Chain chain, Rulebook rulebook) {
        Known known = knowledge.upTo(enrolled.code(), chain.last());
        Seen cohort = cohorts.around(enrolled.study(), enrolled.code(), zone(enrolled, rulebook));
        return inquest(enrolled, gate, on, chain.at(), known, cohort, rulebook);
    }

    /** A question asked at a moment, by what is known otherwise. */
    static Inquest inquest(
            Enrolled enrolled, Gate gate, PartialDate on, Instant asOf, Known known, Seen cohort, Rulebook rulebook) {
        return inquest(enrolled, gate, on, asOf, known, known.dossier(zone(enrolled, rulebook)), cohort, rulebook);
    }

    /** The same, of a dossier that was read already. */
    static Inquest inquest(
            Enrolled enrolled,
            Gate gate,
            PartialDate on,
            Instant asOf,
            Known known,
            Dossier dossier,
            Seen cohort,
            Rulebook rulebook) {
        LocalDate today = LocalDate.ofInstant(asOf, zone(enrolled, rulebook));
        ProtocolVersion version = version(enrolled, dossier, today, rulebook);
        return new Inquest(gate, on, asOf, known, dossier, cohort, version);
    }

    /** The study site has one zone, whatever the version. */
    static ZoneId zone(Enrolled enrolled, Rulebook rulebook) {
        return rulebook.newest(enrolled.study())
                .orElseThrow(() -> notServed(enrolled.study()))
                .zone();
    }

    private static ProtocolVersion version(Enrolled enrolled, Dossier dossier, LocalDate today, Rulebook rulebook) {
        String consented = Known.consentedVersion(dossier, today);
        String version = consented == null ? enrolled.protocolVersion() : consented;
        return rulebook.version(enrolled.study(), version)
                .orElseThrow(() -> notServed(enrolled.study() + " " + version));
    }

    private static ConflictException notServed(String what) {
        return new ConflictException("the protocol " + what + " is not served");
    }
}
