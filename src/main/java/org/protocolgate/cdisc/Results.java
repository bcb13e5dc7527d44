package org.protocolgate.cdisc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Results of the laboratory and vital signs, those that a criterion asks for. */
final class Results {

    /** Codes of the terminology for laboratory tests. */
    private static final Map<String, String> TESTS = Map.ofEntries(
            Map.entry("CREAT", "CREATININE"),
            Map.entry("ALT", "ALT"),
            Map.entry("AST", "AST"),
            Map.entry("BILI", "TOTAL_BILIRUBIN"),
            Map.entry("INR", "INR"),
            Map.entry("APTT", "APTT"),
            Map.entry("HCG", "HCG_SERUM"),
            Map.entry("HBSAG", "HBSAG"),
            Map.entry("HCAB", "HCV_AB"),
            Map.entry("HIV12AB", "HIV"),
            Map.entry("ANA", "ANA"));

    private static final Set<String> ANSWERED = Set.of("HCG_SERUM", "HBSAG", "HCV_AB", "HIV", "ANA");
    private static final Set<String> BY_LIMIT = Set.of("ALT", "AST", "TOTAL_BILIRUBIN", "INR", "APTT");
    private static final Set<String> BLOOD = Set.of("SERUM", "PLASMA", "BLOOD", "SERUM OR PLASMA");
    private static final Set<String> ANSWERS = Set.of("POSITIVE", "NEGATIVE", "INDETERMINATE");

    private Results() {}

    static void lab(Row row, Notes notes) {
        String test = TESTS.get(row.values().getOrDefault("LBTESTCD", ""));
        String specimen = row.get("SPEC");
        if (test == null) {
            notes.skip("no criterion asks for what was measured");
        } else if (specimen != null && !BLOOD.contains(specimen)) {
            notes.skip("not of blood: " + specimen);
        } else if (specimen == null && test.equals("HCG_SERUM")) {
            notes.none("SPEC", "whether it was of serum is not said");
        } else if (row.get("DTC") == null) {
            notes.none("DTC", "does not say on which day it was taken");
        } else {
            take(row, test, notes);
        }
    }

    private static void take(Row row, String test, Notes notes) {
        ObjectNode fact = notes.fact("lab");
        fact.put("test", test);
        notes.put(fact, "on", row.get("DTC"));
        String answer = row.get("STRESC");
        if (answer != null && ANSWERS.contains(answer)) {
            fact.put("result", answer);
        }
        BigDecimal value = row.number("STRESN");
        String set = value == null ? "OR" : "ST";
        BigDecimal taken = value == null ? row.number("ORRES") : value;
        if (taken != null) {
            fact.put("value", taken);
            notes.put(fact, "unit", row.get(set + "RESU"));
            BigDecimal high = row.number(set + "NRHI");
            if (high != null && high.signum() > 0) {
                fact.put("upperLimit", high);
            }
        }
        if (!fact.has("value") && !fact.has("result")) {
            notes.none("STRESC", "gives no result that can be taken");
        } else if (ANSWERED.contains(test) && !fact.has("result")) {
            notes.none("STRESC", "gives a number, but not whether it is positive or negative");
        } else if (BY_LIMIT.contains(test) && !fact.has("upperLimit")) {
            notes.doubt(set + "NRHI", "the upper limit of normal is not said");
        } else if (test.equals("CREATININE")
                && !Set.of("mg/dL", "umol/L").contains(fact.path("unit").asText())) {
            notes.doubt(set + "RESU", "neither mg/dL nor umol/L");
        }
    }

    static void vital(Row row, Notes notes) {
        String test = row.values().getOrDefault("VSTESTCD", "");
        String kind = test.equals("WEIGHT") ? "WEIGHT" : test.equals("OXYSAT") ? "SPO2" : null;
        String wanted = test.equals("WEIGHT") ? "kg" : "%";
        BigDecimal value = inUnit(row, wanted);
        if (kind == null) {
            notes.skip("no criterion asks for what was measured");
        } else if (row.get("DTC") == null) {
            notes.none("DTC", "does not say on which day it was taken");
        } else if (value == null) {
            notes.none("STRESN", "gives no value in " + wanted);
        } else {
            ObjectNode fact = notes.fact("vital");
            fact.put("kind", kind).put("value", value).put("unit", wanted);
            notes.put(fact, "on", row.get("DTC"));
            if (kind.equals("SPO2")) {
                notes.doubt("TESTCD", "whether it was on room air is not said");
            }
        }
    }

    private static @Nullable BigDecimal inUnit(Row row, String unit) {
        if (row.is("STRESU", unit)) {
            return row.number("STRESN");
        }
        return row.is("ORRESU", unit) ? row.number("ORRES") : null;
    }
}
