package org.protocolgate.study;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.protocolgate.participant.Cohort;

/** Gathers from the records of all participants what the rules about several of them need to know. */
@Singleton
final class CohortRecords {

    private final Facts facts;
    private final Corrections corrections;

    CohortRecords(Facts facts, Corrections corrections) {
        this.facts = facts;
        this.corrections = corrections;
    }

    /** As it is now. */
    Seen now(String study, String self, ZoneId zone) {
        return seen(study, self, zone, fact -> true, correction -> true);
    }

    /** As it was known at a moment. */
    Seen at(String study, String self, ZoneId zone, Instant moment) {
        return seen(
                study,
                self,
                zone,
                fact -> !fact.recordedAt().isAfter(moment),
                correction -> !correction.recordedAt().isAfter(moment));
    }

    /** As it was seen once before. */
    Seen again(String study, String self, ZoneId zone, Map<String, Long> known) {
        return seen(
                study,
                self,
                zone,
                fact -> fact.seq() <= known.getOrDefault(fact.participant(), 0L),
                correction -> correction.seq() <= known.getOrDefault(correction.participant(), 0L));
    }

    /** The corrections are read first: a fact whose correction comes in between is seen as it was before. */
    private Seen seen(
            String study, String self, ZoneId zone, Predicate<KeptFact> recorded, Predicate<Correction> corrected) {
        Map<String, Long> known = new TreeMap<>();
        Set<UUID> superseded = corrections.ofCohorts(study).stream()
                .filter(corrected)
                .peek(correction -> known.merge(correction.participant(), correction.seq(), Math::max))
                .map(Correction::fact)
                .collect(Collectors.toSet());
        Map<String, List<KeptFact>> byParticipant = new LinkedHashMap<>();
        for (KeptFact fact : facts.ofCohorts(study)) {
            if (recorded.test(fact)) {
                known.merge(fact.participant(), fact.seq(), Math::max);
                if (!superseded.contains(fact.id())) {
                    byParticipant
                            .computeIfAbsent(fact.participant(), code -> new ArrayList<>())
                            .add(fact);
                }
            }
        }
        List<Cohort.Member> members = new ArrayList<>();
        boolean certain = true;
        for (Map.Entry<String, List<KeptFact>> one : byParticipant.entrySet()) {
            MemberRecords member = MemberRecords.of(one.getKey(), Known.read(one.getValue(), zone));
            certain &= member.isCertain() || one.getKey().equals(self);
            member.listing().ifPresent(members::add);
        }
        return new Seen(certain ? new Cohort(null, null, null, List.of(), members) : null, known);
    }
}
