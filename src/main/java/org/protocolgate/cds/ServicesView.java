package org.protocolgate.cds;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which services there are, and what each wants to be told. */
@Serdeable
@Schema(name = "CdsServices")
public record ServicesView(List<ServiceView> services) {

    private static final String OF_PATIENT = "{{context.patientId}}";

    /** What is of use with every hook; who the participant is, the patient alone says, so it is needed. */
    private static final Map<String, String> PREFETCH = new TreeMap<>(Map.of(
            "patient",
            "Patient/" + OF_PATIENT,
            "medicationRequests",
            "MedicationRequest?patient=" + OF_PATIENT,
            "medicationStatements",
            "MedicationStatement?patient=" + OF_PATIENT));

    /** A service. */
    @Serdeable
    @Schema(name = "CdsService")
    public record ServiceView(
            String hook,
            String title,
            String description,
            String id,
            Map<String, String> prefetch,
            String usageRequirements) {}

    static ServicesView all() {
        return new ServicesView(Stream.of(Hook.values())
                .map(hook -> new ServiceView(
                        hook.hook(),
                        hook.title(),
                        hook.description(),
                        hook.service(),
                        PREFETCH,
                        "The patient has to come along as prefetch: this service asks no FHIR server."))
                .toList());
    }
}
