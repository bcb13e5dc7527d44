package org.protocolgate.screen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.protocolgate.asking.Answering;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.decision.Decision;
import org.protocolgate.evaluation.DrugExposure;
import org.protocolgate.evaluation.Status;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.participant.Drug;
import org.protocolgate.participant.Review;

/**
 * Asks the rules about a drug by itself: the same question with the drug and without it. What is met without it and not
 * with it is what the drug touches, so that no washout is counted anywhere but in the rules.
 */
@Singleton
public final class WashoutScreens {

    private static final String DRUG = "drug";
    private static final Map<String, String> FIELD_OF = Map.of(
            "/on", "infusion",
            "/asOf", "infusion",
            "/facts/0/on", "infusion",
            "/facts/1/on", "screening",
            "/facts/2/name", DRUG,
            "/facts/2/start", "last",
            "/facts/2/end", "last",
            "/facts/2/dailyDose/value", "dose",
            "/facts/2/classifiedAs/0", "class");

    private final Answering answering;
    private final FactForms forms;

    WashoutScreens(Answering answering, FactForms forms) {
        this.answering = answering;
        this.forms = forms;
    }

    /** The page, with an answer where something was asked. */
    public WashoutScreen of(Map<String, String> typed, Locale language) {
        if (typed.isEmpty()) {
            return new WashoutScreen(typed, Map.of(), forms.drugs(), null);
        }
        Map<String, String> missing = missing(typed, language);
        if (!missing.isEmpty()) {
            return new WashoutScreen(typed, missing, forms.drugs(), null);
        }
        try {
            byte[] question = question(typed, true);
            Decision with = answering.decide(question, Map.of());
            Decision without = answering.decide(question(typed, false), Map.of());
            return new WashoutScreen(typed, Map.of(), forms.drugs(), answer(question, with, without, language));
        } catch (RefusedException e) {
            return new WashoutScreen(typed, FieldFaults.of(e, FIELD_OF, DRUG, language), forms.drugs(), null);
        }
    }

    private static Map<String, String> missing(Map<String, String> typed, Locale language) {
        Map<String, String> missing = new LinkedHashMap<>();
        for (String name : List.of(DRUG, "last", "infusion", "screening")) {
            if (typed.getOrDefault(name, "").isBlank()) {
                missing.put(name, ScreenTexts.say(language, "washout.needed"));
            }
        }
        return missing;
    }

    private static WashoutScreen.Answer answer(byte[] question, Decision with, Decision without, Locale language) {
        Map<String, Status> plain = new HashMap<>();
        without.criteria()
                .forEach(one ->
                        plain.put(one.outcome().criterion().id(), one.outcome().status()));
        DecisionView told = DecisionView.of(with, language);
        List<DecisionView.CriterionView> touched = told.criteria().stream()
                .filter(one -> one.status().compareTo(Status.MET) > 0)
                .filter(one -> forbids(plain.getOrDefault(one.id(), Status.NOT_APPLICABLE)) || one.clears() != null)
                .toList();
        boolean failed =
                with.evaluation().fault() != null || without.evaluation().fault() != null;
        return new WashoutScreen.Answer(touched, isRead(with), failed, new WashoutScreen.Asked(question, told));
    }

    /** A criterion that is met where no drug is on record forbids drugs; others demand some, and no single drug answers them. */
    private static boolean forbids(Status withoutAny) {
        return withoutAny.compareTo(Status.MET) <= 0;
    }

    private static boolean isRead(Decision with) {
        return with.evaluation().outcomes().stream()
                .flatMap(outcome -> outcome.findings().stream())
                .flatMap(finding -> finding.evidence().stream())
                .filter(Drug.class::isInstance)
                .map(Drug.class::cast)
                .allMatch(drug ->
                        DrugExposure.of(drug, with.version().terminology()).readable());
    }

    /** Asked on the day of the infusion, when all topics were gone through: nothing else is on record. */
    private static byte[] question(Map<String, String> typed, boolean withDrug) {
        String on = typed.getOrDefault("infusion", "").strip();
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        question.put("gate", "INFUSION").put("on", on).put("asOf", on);
        question.putObject("participant").put("id", "WASHOUT").put("sex", "FEMALE");
        ArrayNode facts = question.putArray("facts");
        ArrayNode topics = facts.addObject().put("type", "review").put("on", on).putArray("topics");
        for (Review.Topic topic : Review.Topic.values()) {
            topics.add(topic.name());
        }
        facts.addObject()
                .put("type", "milestone")
                .put("kind", "SCREENING_STARTED")
                .put("on", typed.getOrDefault("screening", "").strip());
        if (withDrug) {
            drug(facts.addObject(), typed);
        }
        return question.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void drug(ObjectNode drug, Map<String, String> typed) {
        String last = typed.getOrDefault("last", "").strip();
        drug.put("id", DRUG)
                .put("type", DRUG)
                .put("name", typed.getOrDefault(DRUG, "").strip())
                .put("start", last)
                .put("end", last);
        String ofClass = typed.getOrDefault("class", "");
        if (!ofClass.isBlank()) {
            drug.putArray("classifiedAs").add(ofClass);
        }
        String dose = typed.getOrDefault("dose", "").strip();
        if (!dose.isEmpty()) {
            ObjectNode daily = drug.putObject("dailyDose").put("unit", "mg");
            try {
                daily.put("value", new BigDecimal(dose));
            } catch (NumberFormatException e) {
                daily.put("value", dose); // refused by its name
            }
        }
    }
}
