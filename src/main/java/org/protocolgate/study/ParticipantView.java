package org.protocolgate.study;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Consent;
import org.protocolgate.participant.Dossier;
import org.protocolgate.participant.Milestone;
import org.protocolgate.participant.Participant;

/** A participant as it is sent. */
@Serdeable
@Schema(name = "StoredParticipant")
public record ParticipantView(
        String id,
        Participant.Sex sex,
        @Nullable String birthDate,
        Participant.Answer childbearingPotential,
        Participant.Answer fertileMalePartner,
        Participant.Answer fertile,
        String study,

        @Schema(description = "The version that the latest consent names, else the newest at enrolment.")
        String protocolVersion,

        @Schema(description = "Consented, and neither failed in screening, nor withdrawn, nor through with the study.")
        boolean active,

        @Nullable VoidingView voided,
        Instant enrolledAt,
        String enrolledBy) {

    /** That a code was wrong. */
    @Serdeable
    @Schema(name = "Voiding")
    public record VoidingView(String reason, Instant at, String by) {}

    /** A participant in the list of all. */
    @Serdeable
    @Schema(name = "ParticipantSummary")
    public record Summary(
            String id,
            Instant enrolledAt,
            boolean voided,
            @Nullable String level,

            @Schema(description = "Of the last decision.") @Nullable
            String gate,

            @Nullable String on,
            @Nullable String verdict,
            @Nullable Instant decidedAt) {}

    /** A page of the list. */
    @Serdeable
    @Schema(name = "ParticipantList")
    public record Page(
            List<Summary> participants,

            @Schema(description = "Where the next page begins: send it as 'after'.") @Nullable
            String next) {}

    private static final Set<Milestone.Kind> ENDS =
            Set.of(Milestone.Kind.SCREEN_FAILED, Milestone.Kind.WITHDRAWN, Milestone.Kind.STUDY_COMPLETED);

    static ParticipantView of(Enrolled enrolled, Known known, @Nullable Voided voided, ZoneId zone, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Dossier dossier = known.dossier(zone);
        Participant person = dossier.participant();
        String consented = Known.consentedVersion(dossier, today);
        return new ParticipantView(
                person.id(),
                person.sex(),
                person.birthDate() == null ? null : person.birthDate().toString(),
                person.childbearingPotential(),
                person.fertileMalePartner(),
                person.fertile(),
                enrolled.study(),
                consented == null ? enrolled.protocolVersion() : consented,
                voided == null && isActive(dossier, today),
                voided == null ? null : new VoidingView(voided.reason(), voided.recordedAt(), voided.recordedBy()),
                enrolled.enrolledAt(),
                enrolled.enrolledBy());
    }

    /** A new screening begins anew; what ended before it no longer counts. */
    static boolean isActive(Dossier dossier, LocalDate today) {
        boolean consented = dossier.facts().stream()
                .anyMatch(fact ->
                        fact instanceof Consent consent && consent.withdrawnOn() == null && !consent.liesAfter(today));
        List<Milestone.Kind> steps = dossier.facts().stream()
                .filter(fact -> fact instanceof Milestone step && !step.liesAfter(today))
                .map(fact -> ((Milestone) fact).kind())
                .toList();
        List<Milestone.Kind> sinceScreening =
                steps.subList(steps.lastIndexOf(Milestone.Kind.SCREENING_STARTED) + 1, steps.size());
        return consented && sinceScreening.stream().noneMatch(ENDS::contains);
    }

    static Summary summary(Participants.Listed listed) {
        return new Summary(
                listed.code(),
                listed.enrolledAt(),
                listed.voided(),
                listed.level(),
                listed.gate(),
                listed.gateDay(),
                listed.verdict(),
                listed.decidedAt());
    }
}
