package org.protocolgate.study;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.intake.SentFact;
import org.protocolgate.participant.Cohort;
import org.protocolgate.participant.Entry;
import org.protocolgate.participant.Fact;

/**
 * All who are of a dose level or were infused, and the decisions on levels, as they were at one moment of the database. Whoever is
 * asked about sees of them those that matter to it, so that an answer costs the same in a study of any size.
 */
final class Everybody {

    private final List<MemberRecords> records;
    private final List<Cohort.DoseDecision> decisions;
    private final Map<String, Long> known;
    private final Map<String, Long> facts;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<BigDecimal, List<Integer>> ofLevel = new HashMap<>();
    private final List<Integer> forAll = new ArrayList<>();

    private Everybody(
            List<MemberRecords> records,
            List<Cohort.DoseDecision> decisions,
            Map<String, Long> known,
            Map<String, Long> facts) {
        this.records = List.copyOf(records);
        this.decisions = List.copyOf(decisions);
        this.known = known;
        this.facts = facts;
        for (int place = 0; place < records.size(); place++) {
            MemberRecords member = records.get(place);
            places.put(member.participant(), place);
            BigDecimal level = member.level();
            if (level != null) {
                ofLevel.computeIfAbsent(level, l -> new ArrayList<>()).add(place);
            }
            if (!member.isCertain() || member.isInfusedInEscalation()) {
                forAll.add(place);
            }
        }
    }

    static Everybody of(List<CohortRow> rows, ZoneId zone) {
        Map<String, Long> known = new HashMap<>();
        Map<String, Long> facts = new HashMap<>();
        Set<UUID> superseded = new HashSet<>();
        Set<String> voided = new HashSet<>();
        for (CohortRow row : rows) {
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
        for (CohortRow row : rows) {
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
        return new Everybody(records, decisions, Map.copyOf(known), Map.copyOf(facts));
    }

    /** All of them, for whoever looks at the levels. */
    Seen all() {
        return new Seen(cohort(records, ""), records, new TreeMap<>(known), facts);
    }

    /**
     * Those who matter to a participant: who is of a level that it was ever given, who was infused in the escalation phase (they are
     * counted over all levels), and whoever has a doubtful record, because that is doubt about the cohort of everybody else.
     *
     * @param self the participant asked about, whose own doubtful records are no doubt about the others
     */
    Seen around(String self) {
        SortedMap<Integer, MemberRecords> chosen = new TreeMap<>();
        forAll.forEach(place -> chosen.put(place, records.get(place)));
        MemberRecords own = records(self);
        if (own != null) {
            chosen.put(places.getOrDefault(self, 0), own);
            for (BigDecimal level : own.levels()) {
                ofLevel.getOrDefault(level, List.of()).forEach(place -> chosen.put(place, records.get(place)));
            }
        }
        List<MemberRecords> members = List.copyOf(chosen.values());
        Map<String, Long> noted = new TreeMap<>();
        members.forEach(member -> noted.put(member.participant(), known.getOrDefault(member.participant(), 0L)));
        if (known.containsKey(Seen.LEVELS)) {
            noted.put(Seen.LEVELS, known.getOrDefault(Seen.LEVELS, 0L));
        }
        return new Seen(cohort(members, self), members, noted, facts);
    }

    private @Nullable MemberRecords records(String code) {
        Integer place = places.get(code);
        return place == null ? null : records.get(place);
    }

    private @Nullable Cohort cohort(List<MemberRecords> members, String self) {
        boolean certain = members.stream()
                .allMatch(member -> member.isCertain() || member.participant().equals(self));
        return certain
                ? new Cohort(
                        null,
                        null,
                        null,
                        decisions,
                        members.stream()
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
