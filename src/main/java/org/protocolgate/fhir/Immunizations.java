package org.protocolgate.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Immunization;
import org.protocolgate.importing.Remark;

/** Immunizations become vaccinations, their kind by the CVX code. */
final class Immunizations {

    private Immunizations() {}

    static void read(Immunization given, Setting setting, Draft draft) {
        String status = given.hasStatus() ? given.getStatus().toCode() : "";
        String name = Codes.name(given.getVaccineCode());
        if (status.equals("entered-in-error")) {
            draft.takeBack("entered in error");
        } else if (status.equals("not-done")) {
            draft.takeBack("not done");
        } else if (name == null) {
            draft.none("does not say which vaccine");
        } else {
            take(given, name, setting, draft);
        }
    }

    private static void take(Immunization given, String name, Setting setting, Draft draft) {
        List<String> kinds = Codes.in(given.getVaccineCode(), "CVX").stream()
                .map(setting.codes().vaccines::row)
                .filter(Objects::nonNull)
                .map(CodeTable.Row::becomes)
                .distinct()
                .toList();
        if (kinds.equals(List.of("NONE"))) {
            draft.skip("no vaccine");
            return;
        }
        ObjectNode fact = draft.fact("vaccination");
        fact.put("name", name);
        if (kinds.size() == 1) {
            fact.put("kind", kinds.get(0));
        } else {
            draft.doubt(Remark.of(
                    "kind",
                    null,
                    "its code does not say which kind of vaccine it is: live, inactivated, RNA or another"));
        }
        if (given.getOccurrence() instanceof DateTimeType day && day.hasValue()) {
            fact.put("on", Times.text(day));
        } else {
            draft.doubt(Remark.of("on", null, "when is not said as a date: it is not known"));
        }
    }
}
