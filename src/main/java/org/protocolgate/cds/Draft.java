package org.protocolgate.cds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.intake.SentQuestion;
import org.protocolgate.participant.PartialDate;

/** What is about to be signed or made, in the light of being signed or made. */
final class Draft {

    private static final Set<String> ENDED =
            Set.of("cancelled", "noshow", "entered-in-error", "revoked", "not-done", "stopped");
    private static final Set<String> ORDERS = Set.of("ServiceRequest", "Procedure", "MedicationRequest", "Appointment");

    /** Where the day stands, by the kind of resource. */
    private static final List<String> DAYS = List.of(
            "/start",
            "/requestedPeriod/0/start",
            "/occurrenceDateTime",
            "/occurrencePeriod/start",
            "/occurrenceTiming/event/0",
            "/occurrenceTiming/repeat/boundsPeriod/start",
            "/performedDateTime",
            "/performedPeriod/start",
            "/dosageInstruction/0/timing/event/0",
            "/dosageInstruction/0/timing/repeat/boundsPeriod/start");

    private Draft() {}

    /** A draft of an order as it would stand once it is signed today; anything else as it is. */
    static ObjectNode signed(ObjectNode resource, LocalDate today) {
        boolean order = resource.path("resourceType").asText().equals("MedicationRequest");
        if (!order || !resource.path("status").asText().equals("draft")) {
            return resource;
        }
        ObjectNode signed = resource.deepCopy();
        signed.put("status", "active").put("intent", "order");
        if (!signed.path("authoredOn").isTextual()) {
            signed.put("authoredOn", today.toString());
        }
        return signed;
    }

    /** Whether it can be an order of the infusion, by the kind of resource. */
    static boolean canBeInfusion(ObjectNode resource) {
        return ORDERS.contains(resource.path("resourceType").asText());
    }

    static boolean isEnded(ObjectNode resource) {
        return ENDED.contains(resource.path("status").asText());
    }

    /** The day that it says, or null where it says none that is exact. */
    static @Nullable LocalDate day(ObjectNode resource, ZoneId zone) {
        return days(resource)
                .map(JsonNode::textValue)
                .map(text -> SentQuestion.dayOrNull(text, zone))
                .filter(Objects::nonNull)
                .map(PartialDate::latest)
                .findFirst()
                .orElse(null);
    }

    private static Stream<JsonNode> days(ObjectNode resource) {
        return DAYS.stream().map(resource::at).filter(JsonNode::isTextual);
    }
}
