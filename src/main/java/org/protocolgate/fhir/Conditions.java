package org.protocolgate.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Remark;

/** Diagnoses become conditions. */
final class Conditions {

    private Conditions() {}

    static void read(Condition condition, Setting setting, Draft draft) {
        if (Codes.has(condition.getVerificationStatus(), "entered-in-error")) {
            draft.takeBack("entered in error");
        } else if (Codes.has(condition.getVerificationStatus(), "refuted")) {
            draft.takeBack("refuted");
        } else if (Codes.has(condition.getVerificationStatus(), "unconfirmed", "provisional", "differential")) {
            draft.none("not confirmed: enter it by hand if it holds");
        } else if (Codes.name(condition.getCode()) == null) {
            draft.none("does not say which diagnosis");
        } else {
            take(condition, setting, draft);
        }
    }

    private static void take(Condition condition, Setting setting, Draft draft) {
        List<CodeTable.Row> rows = Codes.in(condition.getCode()).stream()
                .map(code -> row(code, setting.codes()))
                .filter(Objects::nonNull)
                .toList();
        List<String> kinds =
                rows.stream().map(CodeTable.Row::becomes).distinct().toList();
        if (kinds.equals(List.of("SKIP"))) {
            draft.skip("no diagnosis");
            return;
        }
        List<String> become = new ArrayList<>();
        if (kinds.isEmpty()) {
            draft.doubt(Remark.of(
                    "kind",
                    null,
                    "its code is not in the tables, so it was taken as OTHER, which no criterion asks for; "
                            + "correct the kind if it is one that a criterion names"));
            become.add("OTHER");
        } else if (kinds.contains("ASK")) {
            draft.doubt(Remark.of("kind", null, rows.get(kinds.indexOf("ASK")).get("why")));
            become.add("OTHER");
        } else {
            kinds.stream()
                    .filter(kind -> !kind.equals("SKIP"))
                    .filter(kind -> kinds.size() == 1 || !kind.equals("OTHER"))
                    .forEach(kind -> become.addAll(List.of(kind.split(" "))));
        }
        for (String kind : become.stream().distinct().toList()) {
            ObjectNode fact = draft.fact("condition");
            fact.put("kind", kind).put("name", Codes.name(condition.getCode()));
            period(condition, fact);
        }
        remarks(condition, !become.equals(List.of("OTHER")) || kinds.isEmpty(), draft);
    }

    private static CodeTable.@Nullable Row row(Codes.Code code, Codes codes) {
        return code.system().equals("ICD10") ? codes.conditions.longest(code.key()) : codes.conditions.row(code.key());
    }

    private static void period(Condition condition, ObjectNode fact) {
        Times.put(fact, "start", start(condition.getOnset()));
        String end = end(condition.getAbatement());
        Times.put(fact, "end", end);
        if (end == null && goesOn(condition)) {
            fact.put("ongoing", true);
        }
    }

    private static boolean goesOn(Condition condition) {
        return !condition.hasAbatement() && Codes.has(condition.getClinicalStatus(), "active", "recurrence", "relapse");
    }

    /** What is missing, where it may matter to a criterion. */
    private static void remarks(Condition condition, boolean matters, Draft draft) {
        List<Remark> missing = new ArrayList<>();
        if (start(condition.getOnset()) == null) {
            missing.add(Remark.of("start", null, "the onset is not said as a date: it is not known"));
        }
        if (end(condition.getAbatement()) == null && !goesOn(condition)) {
            missing.add(Remark.of("end", null, "over, but not since when: the end is not known"));
        }
        for (Remark one : missing) {
            if (matters) {
                draft.doubt(one);
            } else {
                draft.note(one.text());
            }
        }
    }

    static @Nullable String start(@Nullable Type onset) {
        if (onset instanceof Period period) {
            return Times.start(period);
        }
        return onset instanceof DateTimeType day ? Times.text(day) : null;
    }

    static @Nullable String end(@Nullable Type abatement) {
        if (abatement instanceof Period period) {
            return Times.end(period);
        }
        return abatement instanceof DateTimeType day ? Times.text(day) : null;
    }
}
