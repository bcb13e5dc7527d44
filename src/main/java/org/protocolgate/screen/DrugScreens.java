package org.protocolgate.screen;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.study.DrugQuestions;

/** Asks what a drug would change for a participant, as a form has it. */
@Singleton
public final class DrugScreens {

    private static final Map<String, String> FIELD_OF = Map.of(
            "/drug/name", "drug",
            "/drug/start", "start",
            "/drug/end", "end",
            "/drug/dailyDose/value", "dose",
            "/on", "on");

    private final DrugQuestions questions;
    private final FactForms forms;

    DrugScreens(DrugQuestions questions, FactForms forms) {
        this.questions = questions;
        this.forms = forms;
    }

    /**
     * The page, with an answer where something was asked.
     *
     * @throws org.protocolgate.study.NotThereException where nobody is enrolled under the code
     */
    public DrugScreen of(String code, Map<String, String> typed, Locale language) {
        byte[] question = question(typed);
        if (typed.isEmpty()) {
            return new DrugScreen(code, typed, Map.of(), forms.drugs(), question, null);
        }
        try {
            return new DrugScreen(
                    code, typed, Map.of(), forms.drugs(), question, questions.ask(code, question, language));
        } catch (RefusedException e) {
            Map<String, String> faults = FieldFaults.of(e, FIELD_OF, "drug", language);
            return new DrugScreen(code, typed, faults, forms.drugs(), question, null);
        }
    }

    /** Where no last day is typed, it goes on. */
    private static byte[] question(Map<String, String> typed) {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        ObjectNode drug = question.putObject("drug");
        put(drug, "name", typed, "drug");
        put(drug, "start", typed, "start");
        put(drug, "end", typed, "end");
        put(drug, "route", typed, "route");
        put(question, "on", typed, "on");
        if (!drug.has("end")) {
            drug.put("ongoing", true);
        }
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
        return question.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void put(ObjectNode into, String key, Map<String, String> typed, String field) {
        String value = typed.getOrDefault(field, "").strip();
        if (!value.isEmpty()) {
            into.put(key, value);
        }
    }
}
