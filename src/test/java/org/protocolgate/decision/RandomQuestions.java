package org.protocolgate.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Request;
import org.protocolgate.rulebook.Baseline;
import org.protocolgate.rulebook.TestRules;

/** Questions that depart from the baseline at random: boundary days, vague and missing dates, facts more and fewer. */
final class RandomQuestions {

    static final Set<String> DATES = Set.of("on", "start", "end", "lastDose", "withdrawnOn");

    private static final List<LocalDate> ANCHORS = List.of(
            LocalDate.of(2026, 2, 1),
            LocalDate.of(2026, 2, 2),
            LocalDate.of(2026, 3, 5),
            LocalDate.of(2026, 3, 10),
            LocalDate.of(2026, 3, 14));
    private static final List<Period> SPANS = List.of(
            Period.ZERO,
            Period.ofDays(1),
            Period.ofDays(2),
            Period.ofDays(14),
            Period.ofDays(28),
            Period.ofDays(30),
            Period.ofDays(56),
            Period.ofMonths(1),
            Period.ofMonths(2),
            Period.ofMonths(3),
            Period.ofMonths(6),
            Period.ofMonths(12),
            Period.ofYears(2));
    private static final List<String> DRUGS = List.of(
            "baricitinib",
            "prednisone",
            "methylprednisolone",
            "mycophenolate mofetil",
            "tacrolimus",
            "rituximab",
            "belimumab",
            "warfarin",
            "cyclophosphamide",
            "paracetamol",
            "herbal mixture 7",
            "leflunomide",
            "etanercept");
    private static final List<String> OPTIONAL = List.of(
            "dailyDose",
            "route",
            "unit",
            "upperLimit",
            "onRoomAir",
            "method",
            "ongoing",
            "start",
            "end",
            "organs",
            "items",
            "total",
            "classified",
            "anaEntry",
            "excludes",
            "level",
            "plannedCells",
            "phase",
            "cohort",
            "significantRisk",
            "dlt");

    private final Random random;
    private final ObjectNode question;
    private final ArrayNode facts;

    private RandomQuestions(Random random) {
        this.random = random;
        question = Baseline.question(
                pick("INFUSION", "INFUSION", "INFUSION", "SCREENING", "LYMPHODEPLETION", "FOLLOW_UP"));
        facts = (ArrayNode) question.get("facts");
    }

    /** The question of a seed; one that the intake would refuse is drawn again. */
    static ObjectNode of(long seed) {
        Random random = new Random(seed);
        while (true) {
            RandomQuestions drawn = new RandomQuestions(random);
            drawn.depart();
            try {
                Request.read(drawn.question.toString().getBytes(StandardCharsets.UTF_8), TestRules.rulebook());
                return drawn.question;
            } catch (RefusedException e) {
                continue;
            }
        }
    }

    private void depart() {
        if (random.nextInt(3) == 0) {
            LocalDate on = LocalDate.parse(question.get("on").asText()).plusDays(random.nextInt(21) - 10);
            question.put("on", on.toString());
            question.put("asOf", on.plusDays(random.nextInt(16) - 8) + "T12:00");
        }
        for (int edits = random.nextInt(6); edits >= 0; edits--) {
            switch (random.nextInt(12)) {
                case 0 -> facts.remove(random.nextInt(facts.size()));
                case 1 -> someDate(fact -> day().toString());
                case 2 -> someDate(RandomQuestions::vaguer);
                case 3 -> someFact().remove(pick(OPTIONAL.toArray(String[]::new)));
                case 4 -> participant();
                case 5 -> cohort();
                default -> facts.add(fact());
            }
        }
    }

    /** A date one step vaguer: of a moment its day, of a day its month, of a month its year. */
    static String vaguer(String date) {
        return date.length() > 10
                ? date.substring(0, 10)
                : date.length() > 7 ? date.substring(0, 7) : date.substring(0, 4);
    }

    private void someDate(java.util.function.UnaryOperator<String> change) {
        ObjectNode fact = someFact();
        List<String> keys = new ArrayList<>();
        fact.fieldNames().forEachRemaining(key -> {
            if (DATES.contains(key)) {
                keys.add(key);
            }
        });
        if (!keys.isEmpty()) {
            String key = keys.get(random.nextInt(keys.size()));
            fact.put(key, change.apply(fact.get(key).asText()));
        }
    }

    private ObjectNode someFact() {
        return (ObjectNode) facts.get(random.nextInt(facts.size()));
    }

    private LocalDate day() {
        LocalDate anchor = ANCHORS.get(random.nextInt(ANCHORS.size()));
        return anchor.minus(SPANS.get(random.nextInt(SPANS.size()))).plusDays(random.nextInt(3) - 1);
    }

    private String date() {
        String day = day().toString();
        return switch (random.nextInt(6)) {
            case 0 -> vaguer(day);
            case 1 -> vaguer(vaguer(day));
            default -> day;
        };
    }

    private void participant() {
        ObjectNode participant = (ObjectNode) question.get("participant");
        switch (random.nextInt(4)) {
            case 0 -> participant.put("sex", "MALE");
            case 1 -> participant.put("childbearingPotential", pick("YES", "NO", "UNKNOWN"));
            case 2 -> participant.put("birthDate", pick("2008-02-01", "2008-02-02", "1960-02-01", "1961", "1990"));
            default -> participant.put("fertile", pick("YES", "NO", "UNKNOWN"));
        }
    }

    private void cohort() {
        if (random.nextInt(4) == 0) {
            question.remove("cohort");
            return;
        }
        JsonNode around = question.get("cohort");
        if (around == null) {
            return;
        }
        String level = pick("3.0e8", "4.5e8", "3.0e8");
        if (random.nextBoolean()) {
            ObjectNode member = ((ArrayNode) around.get("members")).addObject();
            member.put("participant", "CT-80" + random.nextInt(3))
                    .put("level", level)
                    .put("cohort", "A")
                    .put("phase", "ESCALATION");
            String day = day().toString();
            switch (random.nextInt(3)) {
                case 0 -> member.put("infusionStarted", day);
                case 1 -> member.put("authorisedFor", day);
                default ->
                    member.put("infusionStarted", day)
                            .put("infusionCompleted", day)
                            .putArray("safetyReviews")
                            .addObject()
                            .put("on", day().toString())
                            .put("significantRisk", random.nextInt(4) == 0);
            }
        } else {
            ((ArrayNode) around.get("decisions"))
                    .addObject()
                    .put("kind", pick("OPEN", "ESCALATE", "CLOSE", "DE_ESCALATE", "STAY"))
                    .put("level", level)
                    .put("on", day().toString());
        }
    }

    private ObjectNode fact() {
        ObjectNode fact = facts.objectNode();
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> {
                period(fact.put("type", "drug").put("name", pick(DRUGS.toArray(String[]::new))));
                fact.put("route", pick("ORAL", "INTRAVENOUS", "TOPICAL"));
                if (random.nextInt(3) > 0) {
                    fact.putObject("dailyDose")
                            .put("value", random.nextInt(120))
                            .put("unit", pick("mg", "mg", "g", "IU"));
                }
            }
            case 3, 4 ->
                period(fact.put("type", "condition")
                        .put(
                                "kind",
                                pick(
                                        "SYSTEMIC_INFECTION",
                                        "BLEEDING",
                                        "CNS_LUPUS",
                                        "MALIGNANCY",
                                        "PREGNANCY",
                                        "SUICIDAL_IDEATION",
                                        "HEART_FAILURE",
                                        "LUPUS_CRISIS",
                                        "LUPUS_NEPHRITIS")));
            case 5 ->
                period(fact.put("type", "procedure")
                        .put("kind", pick("HEMODIALYSIS", "PLASMA_EXCHANGE", "MAJOR_SURGERY", "HSCT")));
            case 6 -> period(fact.put("type", "vaccination").put("kind", pick("INACTIVATED", "RNA", "TOXOID")));
            case 7 ->
                period(fact.put("type", "studyParticipation")
                        .put("lastDose", date())
                        .put("halfLifeDays", random.nextInt(30)));
            case 8 ->
                fact.put("type", "lab")
                        .put("test", pick("HCG_SERUM", "HIV", "ANA", "HBSAG"))
                        .put("result", pick("POSITIVE", "NEGATIVE", "INDETERMINATE"))
                        .put("on", date());
            case 9 ->
                fact.put("type", "milestone")
                        .put(
                                "kind",
                                pick("WITHDRAWN", "LYMPHODEPLETION_STARTED", "SCREENING_STARTED", "INFUSION_COMPLETED"))
                        .put("on", date());
            default ->
                fact.put("type", "judgement")
                        .put("criterion", pick("EXC-19", "EXC-20", "EXC-22", "EXC-16"))
                        .put("excludes", random.nextBoolean())
                        .put("on", date());
        }
        return fact;
    }

    private void period(ObjectNode fact) {
        switch (random.nextInt(5)) {
            case 0 -> fact.put("on", date());
            case 1 -> fact.put("start", date()).put("ongoing", true);
            case 2 -> fact.put("end", date());
            case 3 -> fact.put("start", date());
            default -> fact.put("start", "2025-01-10").put("end", date());
        }
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }
}
