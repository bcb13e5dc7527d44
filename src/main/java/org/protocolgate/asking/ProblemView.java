package org.protocolgate.asking;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.protocolgate.evaluation.Status;
import org.protocolgate.intake.FaultWords;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.protocol.FaultyRulesException;

/** What went wrong, as RFC 9457 has it. */
@Serdeable
@Schema(name = "Problem")
public record ProblemView(
        String type,
        String title,
        int status,
        @Nullable String detail,

        @Schema(description = "Every fault in what was sent.")
        List<ViolationView> violations,

        @Schema(
                description = "Of what is refused by the protocol: the criteria that stand in the way; else missing.",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<CriterionView> criteria) {

    public static final String MEDIA_TYPE = "application/problem+json";

    @Serdeable
    @Schema(name = "Violation")
    public record ViolationView(
            @Schema(description = "JSON pointer", example = "/facts/3/on")
            String pointer,

            String message) {}

    @Serdeable
    @Schema(name = "ProblemCriterion")
    public record CriterionView(String id, Status status, String reason) {}

    public static ProblemView of(HttpStatus status, @Nullable String detail) {
        return of(status, detail, List.of());
    }

    /** What the protocol does not allow. */
    public static ProblemView of(HttpStatus status, @Nullable String detail, List<CriterionView> criteria) {
        return new ProblemView("about:blank", status.getReason(), status.getCode(), detail, List.of(), criteria);
    }

    /** What was sent and cannot be taken, in English. */
    public static ProblemView of(RefusedException refused) {
        return of(refused, Locale.ENGLISH);
    }

    /** What was sent and cannot be taken; the faults in a language, where it has words for them. */
    public static ProblemView of(RefusedException refused, Locale language) {
        return ofViolations(FaultWords.say(refused.violations(), language).stream()
                .map(v -> new ViolationView(v.pointer(), v.message()))
                .toList());
    }

    /** What was sent and cannot be taken. */
    public static ProblemView ofViolations(List<ViolationView> violations) {
        String detail =
                violations.size() == 1 ? "1 fault in what was sent" : violations.size() + " faults in what was sent";
        return new ProblemView(
                "about:blank",
                HttpStatus.BAD_REQUEST.getReason(),
                HttpStatus.BAD_REQUEST.getCode(),
                detail,
                violations,
                List.of());
    }

    public static ProblemView of(FaultyRulesException faulty) {
        HttpStatus status = HttpStatus.UNPROCESSABLE_ENTITY;
        return new ProblemView(
                "about:blank",
                status.getReason(),
                status.getCode(),
                "The rule folder is not whole; the present rules go on being served.",
                faulty.faults().stream()
                        .map(fault -> new ViolationView("", fault))
                        .toList(),
                List.of());
    }
}
