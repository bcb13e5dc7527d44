package org.protocolgate.odm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.protocolgate.importing.Remark;
import org.protocolgate.protocol.Terminology;
import org.protocolgate.protocol.Terminology.Match;

/** What a fact still lacks for the criteria that ask for it. */
final class Completing {

    private static final Set<String> LASTING =
            Set.of("drug", "condition", "procedure", "contraception", "studyParticipation", "adverseEvent");
    private static final Set<String> OF_A_DAY =
            Set.of("lab", "vital", "milestone", "consent", "agreement", "assessment", "review", "event");
    private static final Set<String> ANSWERED = Set.of("HCG_SERUM", "HBSAG", "HCV_AB", "HIV", "ANA", "SYPHILIS");
    private static final Set<String> BY_LIMIT = Set.of("ALT", "AST", "TOTAL_BILIRUBIN", "INR", "APTT");

    private Completing() {}

    /** Why it is no fact at all; empty where it is one. */
    static List<Remark> missing(ObjectNode fact) {
        List<Remark> missing = new ArrayList<>();
        String type = fact.path("type").asText();
        if (OF_A_DAY.contains(type) && !fact.has("on")) {
            missing.add(Remark.of("on", null, "does not say on which day"));
        }
        if (type.equals("drug") && !fact.has("name") && !fact.has("code")) {
            missing.add(Remark.of("name", null, "does not say which drug"));
        }
        if (type.equals("adverseEvent") && !fact.has("term")) {
            missing.add(Remark.of("term", null, "does not say what happened"));
        }
        if (type.equals("vital") && !fact.has("value")) {
            missing.add(Remark.of("value", null, "gives no value that can be taken"));
        }
        if (type.equals("lab") && !fact.has("value") && !fact.has("result")) {
            missing.add(Remark.of("value", null, "gives no result that can be taken"));
        }
        if (type.equals("lab") && ANSWERED.contains(fact.path("test").asText()) && !fact.has("result")) {
            missing.add(Remark.of("result", null, "does not say whether it is positive or negative"));
        }
        return missing;
    }

    /** What a person has to add. */
    static List<Remark> doubts(ObjectNode fact, Terminology terminology) {
        List<Remark> doubts = new ArrayList<>();
        String type = fact.path("type").asText();
        boolean matters = !type.equals("drug") || matters(fact, terminology, doubts);
        if (LASTING.contains(type) && matters && !fact.has("on")) {
            if (!fact.has("start")) {
                doubts.add(Remark.of("start", null, "since when is not said"));
            }
            if (!fact.has("end") && !fact.path("ongoing").asBoolean()) {
                doubts.add(Remark.of("end", null, "until when is not said: the end is not known"));
            }
        }
        if (type.equals("drug") && matters && !fact.has("dailyDose")) {
            doubts.add(Remark.of("dailyDose", null, "no daily dose is said"));
        }
        if (type.equals("adverseEvent") && !fact.has("grade")) {
            doubts.add(Remark.of("grade", null, "the grade from 1 to 5 is not said"));
        }
        if (type.equals("lab") && BY_LIMIT.contains(fact.path("test").asText()) && !fact.has("upperLimit")) {
            doubts.add(Remark.of("upperLimit", null, "the upper limit of normal is not said"));
        }
        if (type.equals("lab") && fact.has("value") && !fact.has("unit") && !fact.has("upperLimit")) {
            doubts.add(Remark.of("unit", null, "the unit is not said"));
        }
        if (type.equals("vital") && fact.path("kind").asText().equals("SPO2") && !fact.has("onRoomAir")) {
            doubts.add(Remark.of("onRoomAir", null, "whether it was on room air is not said"));
        }
        return doubts;
    }

    /** Whether a criterion may ask for the drug. */
    private static boolean matters(ObjectNode fact, Terminology terminology, List<Remark> doubts) {
        String name = fact.path("name").asText();
        String system = fact.at("/code/system").asText();
        String code = fact.at("/code/value").asText();
        Match match = system.equals("ATC")
                ? terminology.atc(code)
                : system.equals("RXNORM") ? terminology.rxnorm(code) : null;
        match = match == null && !name.isEmpty() ? terminology.name(name) : match;
        if (match == null) {
            doubts.add(Remark.of(
                    "name",
                    name,
                    "not classified: it is not in the tables of drugs; until an investigator says which class it is of, "
                            + "the washouts stay unknown"));
        }
        return match == null || !match.classes().isEmpty();
    }
}
