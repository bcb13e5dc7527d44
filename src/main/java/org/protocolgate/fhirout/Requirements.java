package org.protocolgate.fhirout;

import com.fasterxml.jackson.databind.JsonNode;
import org.hl7.fhir.r4.model.DataRequirement;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** What is missing, as DataRequirement. */
final class Requirements {

    private static final int DAY = 10;

    private Requirements() {}

    /** Which resource would hold it is left open: many would do. */
    static DataRequirement of(JsonNode open, Reference participant) {
        DataRequirement requirement = new DataRequirement();
        requirement.setType("Resource");
        requirement.setSubject(participant.copy());
        DataRequirement.DataRequirementCodeFilterComponent filter =
                requirement.addCodeFilter().setSearchParam("code");
        for (JsonNode criterion : open.get("criteria")) {
            filter.addCode(Naming.coding("criterion", criterion.asText())
                    .setDisplay(open.get("what").asText()));
        }
        if (!open.get("notBefore").isNull() || !open.get("notAfter").isNull()) {
            Period period = new Period();
            if (!open.get("notBefore").isNull()) {
                period.setStartElement(day(open.get("notBefore")));
            }
            if (!open.get("notAfter").isNull()) {
                period.setEndElement(day(open.get("notAfter")));
            }
            requirement.addDateFilter().setSearchParam("date").setValue(period);
        }
        return requirement;
    }

    /** Times stand there without a zone, which FHIR does not have: the day is kept. */
    private static DateTimeType day(JsonNode text) {
        String written = text.asText();
        return new DateTimeType(written.substring(0, Math.min(written.length(), DAY)));
    }
}
