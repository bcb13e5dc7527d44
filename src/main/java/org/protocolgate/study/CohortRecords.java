package org.protocolgate.study;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.protocolgate.intake.SentFact;
import org.protocolgate.participant.Cohort;
import org.protocolgate.participant.Entry;
import org.protocolgate.participant.Fact;

/** Gathers from the records of all participants what the rules about several of them need to know. */
@Singleton
final class CohortRecords {

    private final CohortRows rows;

    CohortRecords(CohortRows rows) {
        this.rows = rows;
    }

    /** Everybody, as it is now. */
    Seen all(String study, ZoneId zone) {
        return seen(rows.ofStudy(study), "", zone);
    }

    /**
     * Those around a participant, as it is now.
     *
     * @param self the participant asked about, whose own doubtful records are no doubt about the others
     */
    Seen now(String study, String self, ZoneId zone) {
        return seen(study, self, zone, row -> true);
    }

    /** As it was known at a moment. */
    Seen at(String study, String self, ZoneId zone, Instant moment) {
        return seen(study, self, zone, row -> !row.recordedAt().isAfter(moment));
    }

    /** As it was seen once before. */
    Seen again(String study, String self, ZoneId zone, Map<String, Long> known) {
        return seen(study, self, zone, row -> row.seq() <= known.getOrDefault(row.participant(), 0L));
    }

    private Seen seen(String study, String self, ZoneId zone, Predicate<CohortRow> recorded) {
        return seen(rows.ofStudy(study).stream().filter(recorded).toList(), self, zone);
    }

    private static Seen seen(List<CohortRow> all, String self, ZoneId zone) {
        Map<String, Long> known = new TreeMap<>();
        Map<String, Long> facts = new TreeMap<>();
        Set<UUID> superseded = new HashSet<>();
        Set<String> voided = new HashSet<>();
        for (CohortRow row : all) {
            known.merge(row.participant(), row.seq(), Math::max);
            if (row.isOfRecord()) {
                facts.merge(row.participant(), row.seq(), Math::max);
            }
            if (row.subject() != null) {
                superseded.add(row.subject());
            }
            if (row.is(CohortRow.VOIDING)) {
                voided.add(row.participant());
            }
        }
        Map<String, List<CohortRow>> byParticipant = new LinkedHashMap<>();
        List<Cohort.DoseDecision> decisions = new ArrayList<>();
        for (CohortRow row : all) {
            if (row.is(CohortRow.DOSE_DECISION)) {
                decisions.add(DoseBody.read(row.body()).asRule());
            } else if (!superseded.contains(row.id()) && !voided.contains(row.participant())) {
                byParticipant
                        .computeIfAbsent(row.participant(), code -> new ArrayList<>())
                        .add(row);
            }
        }
        List<MemberRecords> records = new ArrayList<>();
        byParticipant.forEach((code, own) -> {
            List<Fact> read = read(own, zone);
            if (MemberRecords.isConcerned(read)) {
                records.add(MemberRecords.of(code, read, permits(own)));
            }
        });
        return new Seen(cohort(records, decisions, self), List.copyOf(records), known, facts);
    }

    private static @Nullable Cohort cohort(
            List<MemberRecords> records, List<Cohort.DoseDecision> decisions, String self) {
        boolean certain = records.stream()
                .allMatch(member -> member.isCertain() || member.participant().equals(self));
        return certain
                ? new Cohort(
                        null,
                        null,
                        null,
                        decisions,
                        records.stream()
                                .flatMap(member -> member.listing().stream())
                                .toList())
                : null;
    }

    private static List<Fact> read(List<CohortRow> rows, ZoneId zone) {
        List<Fact> facts = new ArrayList<>();
        for (CohortRow row : rows) {
            if (row.is(CohortRow.FACT)) {
                facts.add(SentFact.kept(row.body(), new Entry(row.id().toString(), facts.size(), null), zone));
            }
        }
        return facts;
    }

    private static List<Permit> permits(List<CohortRow> rows) {
        return rows.stream()
                .filter(row -> row.is(CohortRow.AUTHORISATION))
                .map(row -> Permit.read(row.body()))
                .toList();
    }
}
