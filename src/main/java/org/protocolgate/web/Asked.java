package org.protocolgate.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.protocolgate.protocol.Gate;

/** What a question looks like, for the description of the interface alone: it is read key by key, to name every fault. */
@Schema(
        name = "Question",
        description =
                "A question with all that is to be known for its answer. Unknown keys are refused. The kinds of facts and"
                        + " their keys stand in docs/dossier.md.",
        example = Asked.EXAMPLE)
record Asked(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Gate gate,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "The day of the gate: a full date, or a date-time.")
        String on,

        @Schema(description = "The moment of asking; now, where it is missing.")
        String asOf,

        @Schema(description = "The study; the first one served, where it is missing.")
        String study,

        @Schema(description = "The version of the protocol; the newest, where it is missing.")
        String protocolVersion,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Map<String, Object> participant,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<Map<String, Object>> facts,

        @Schema(description = "The participants around this one, and the dose decisions.")
        Map<String, Object> cohort) {

    static final String EXAMPLE = """
            {"gate": "INFUSION", "on": "2026-03-10",
             "participant": {"id": "CT-003", "sex": "MALE", "birthDate": "1990-05"},
             "facts": [{"type": "drug", "name": "baricitinib", "start": "2025-06", "end": "2026-03-01"},
                       {"type": "review", "topics": ["MEDICATION"], "on": "2026-03-10"}]}""";
}
