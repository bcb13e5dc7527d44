package org.protocolgate.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Remark;

/** Procedures stay procedures, but those that begin a method of contraception. */
final class Procedures {

    private static final String LUPUS_NEPHRITIS = "68815009";

    private Procedures() {}

    static void read(Procedure procedure, Setting setting, Draft draft) {
        String status = procedure.hasStatus() ? procedure.getStatus().toCode() : "unknown";
        String name = Codes.name(procedure.getCode());
        if (status.equals("entered-in-error")) {
            draft.takeBack("entered in error");
        } else if (status.equals("not-done")) {
            draft.takeBack("not done");
        } else if (name == null) {
            draft.none("does not say which procedure");
        } else {
            List<CodeTable.Row> rows = Codes.in(procedure.getCode(), "SNOMED").stream()
                    .map(setting.codes().procedures::row)
                    .filter(Objects::nonNull)
                    .toList();
            take(procedure, status, name, rows.size() == 1 ? rows.get(0) : null, draft);
        }
    }

    private static void take(
            Procedure procedure, String status, String name, CodeTable.@Nullable Row row, Draft draft) {
        String becomes = row == null ? "" : row.becomes();
        if (becomes.equals("SKIP")) {
            draft.skip("an examination or a talk");
        } else if (row != null && becomes.equals("ASK")) {
            draft.none(row.get("why"));
        } else if (becomes.startsWith("CONTRACEPTION")) {
            ObjectNode fact = draft.fact("contraception");
            fact.put("method", becomes.substring("CONTRACEPTION ".length()));
            Times.put(fact, "start", Conditions.start(procedure.getPerformed()));
            draft.doubt(Remark.of("end", null, "begins a method; until when it was used is not said"));
        } else {
            ObjectNode fact = draft.fact("procedure");
            fact.put("kind", becomes.isEmpty() ? "OTHER" : becomes).put("name", name);
            if (becomes.isEmpty()) {
                draft.doubt(
                        Remark.of(
                                "kind",
                                null,
                                "its code is not in the tables, so it was taken as OTHER, which no criterion asks for; correct the kind "
                                        + "if it was major surgery, a transplantation, dialysis, plasma exchange or a cell therapy"));
            }
            when(procedure, status, fact, draft);
            reason(procedure, becomes, fact, draft);
        }
    }

    private static void when(Procedure procedure, String status, ObjectNode fact, Draft draft) {
        if (status.equals("preparation")) {
            fact.put("planned", true);
        }
        if (procedure.getPerformed() instanceof Period period) {
            Times.put(fact, "start", Times.start(period));
            Times.put(fact, "end", Times.end(period));
        } else if (procedure.getPerformed() instanceof DateTimeType day) {
            Times.put(fact, status.equals("in-progress") ? "start" : "on", Times.text(day));
        }
        if (status.equals("in-progress") && !fact.has("end")) {
            fact.put("ongoing", true);
        }
        if (!fact.has("on") && !fact.has("start")) {
            draft.doubt("when is not said as a date: it is not known");
        } else if (fact.has("start") && !fact.has("end") && !fact.has("ongoing")) {
            draft.doubt(Remark.of("end", null, "until when is not said"));
        }
        if (List.of("unknown", "on-hold", "stopped").contains(status)) {
            draft.doubt(Remark.of("status", status, "whether it was done as a whole is not said"));
        }
    }

    /** Any reason but lupus nephritis takes a dialysis out of a criterion, so it is taken from a code or not at all. */
    private static void reason(Procedure procedure, String kind, ObjectNode fact, Draft draft) {
        if (!kind.equals("HEMODIALYSIS")) {
            return;
        }
        boolean lupus = procedure.getReasonCode().stream()
                .anyMatch(reason -> Codes.in(reason, "SNOMED").contains(LUPUS_NEPHRITIS));
        if (lupus) {
            fact.put("reason", "LUPUS_NEPHRITIS");
        } else {
            draft.doubt(Remark.of("reason", null, "whether it was for lupus nephritis is not said by a code"));
        }
    }
}
