package org.protocolgate.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Participant;
import org.protocolgate.participant.Phase;
import org.protocolgate.protocol.Gate;

/** What a question looks like, for the description of the interface alone: it is read key by key, to name every fault. */
@Schema(
        name = "Question",
        description =
                "A question with all that is to be known for its answer. Unknown keys are refused. The kinds of facts and"
                        + " their keys stand in docs/dossier.md.",
        example = Asked.EXAMPLE)
record Asked(
        Gate gate,

        @Schema(description = "The day of the gate: a full date, or a date-time.", example = "2026-03-10")
        String on,

        @Schema(description = "The moment of asking; now, where it is missing.") @Nullable
        String asOf,

        @Schema(description = "The study; the first one served, where it is missing.") @Nullable
        String study,

        @Schema(description = "The version of the protocol; the newest, where it is missing.") @Nullable
        String protocolVersion,

        Person participant,
        List<AnyFact> facts,

        @Schema(description = "The participants around this one, and the dose decisions.") @Nullable
        Around cohort) {

    @Schema(name = "Participant")
    record Person(
            @Schema(description = "The participant's code.") String id,
            Participant.Sex sex,
            @Nullable String birthDate,
            Participant.@Nullable Answer childbearingPotential,
            Participant.@Nullable Answer fertileMalePartner,
            Participant.@Nullable Answer fertile) {}

    @Schema(
            name = "Fact",
            description = "A fact of one of the types in docs/dossier.md, with the keys of that type.",
            additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
    record AnyFact(
            @Schema(example = "drug") String type, @Nullable String id) {}

    @Schema(
            name = "Cohort",
            description = "As in docs/dossier.md.",
            additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
    record Around(
            @Schema(example = "3.0e8") @Nullable String level,
            @Nullable Phase phase,
            @Nullable String cohort) {}

    static final String EXAMPLE = """
            {"gate": "INFUSION", "on": "2026-03-10",
             "participant": {"id": "CT-003", "sex": "MALE", "birthDate": "1990-05"},
             "facts": [{"type": "drug", "name": "baricitinib", "start": "2025-06", "end": "2026-03-01"},
                       {"type": "review", "topics": ["MEDICATION"], "on": "2026-03-10"}]}""";
}
