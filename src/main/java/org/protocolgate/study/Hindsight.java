package org.protocolgate.study;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.protocolgate.participant.Dossier;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.Rulebook;

/**
 * Asks once more, by what is known now, about what was done already: each lymphodepletion and infusion for its own day, as of the
 * end of that day, so that what came later has not happened yet.
 */
@Singleton
public final class Hindsight {

    private static final Set<Gate> OF_ACTS = Set.of(Gate.LYMPHODEPLETION, Gate.INFUSION);

    /** The types of facts that the cohort sees. */
    private static final Set<String> SEEN_BY_OTHERS =
            Set.of("doseAssignment", "milestone", "safetyReview", "dltAssessment");

    private final Facts facts;
    private final Knowledge knowledge;
    private final Voidings voidings;
    private final CohortRecords cohorts;
    private final Authorisations authorisations;
    private final AuthorisationEnds ends;

    Hindsight(
            Facts facts,
            Knowledge knowledge,
            Voidings voidings,
            CohortRecords cohorts,
            Authorisations authorisations,
            AuthorisationEnds ends) {
        this.facts = facts;
        this.knowledge = knowledge;
        this.voidings = voidings;
        this.cohorts = cohorts;
        this.authorisations = authorisations;
        this.ends = ends;
    }

    /**
     * What may be judged otherwise since a change: what was done to the participant concerned, and the infusions of all others
     * where the change bears on them. To be asked while the study's levels are held. For somebody without a dose level and
     * without an act it costs one small query.
     */
    public Reconsidered after(Change change, Rulebook rulebook) {
        String changed = change.participant();
        if (changed != null && facts.ofActs(changed) == 0) {
            return Reconsidered.NOTHING;
        }
        ZoneId zone = rulebook.newest(change.study()).orElseThrow().zone();
        Everybody seen = cohorts.now(change.study(), zone);
        List<Past> pasts = new ArrayList<>();
        List<String> records = List.of();
        if (changed != null) {
            pasts.add(past(changed, OF_ACTS, seen, rulebook));
            records = knowledge.now(changed).since(change.since(), SEEN_BY_OTHERS);
            if (records.isEmpty() && !isVoidedSince(changed, change.since())) {
                return new Reconsidered(pasts, records);
            }
        }
        List<String> infused = facts.infused(change.study());
        infused.stream()
                .filter(other -> !other.equals(changed))
                .map(other -> past(other, Set.of(Gate.INFUSION), seen, rulebook))
                .forEach(pasts::add);
        return new Reconsidered(pasts, changed != null && infused.contains(changed) ? records : List.of());
    }

    private boolean isVoidedSince(String code, long point) {
        return voidings.findByParticipant(code)
                .filter(voided -> voided.seq() > point)
                .isPresent();
    }

    private Past past(String code, Set<Gate> gates, Everybody everybody, Rulebook rulebook) {
        if (knowledge.isVoided(code)) {
            return new Past(code, gates, List.of());
        }
        Enrolled enrolled = knowledge.enrolled(code);
        ZoneId zone = Inquests.zone(enrolled, rulebook);
        Known known = knowledge.now(code);
        Dossier dossier = known.dossier(zone);
        Lookback back = new Lookback(
                enrolled,
                known,
                dossier,
                everybody.around(code),
                authorisations.ofParticipant(code),
                Lookback.byId(ends.findByParticipant(code)),
                rulebook);
        return new Past(code, gates, back.acts(gates));
    }
}
