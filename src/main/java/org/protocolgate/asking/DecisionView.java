package org.protocolgate.asking;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.decision.Clears;
import org.protocolgate.decision.Decision;
import org.protocolgate.decision.Verdict;
import org.protocolgate.decision.Wording;
import org.protocolgate.evaluation.Evaluation.Outcome;
import org.protocolgate.evaluation.Finding;
import org.protocolgate.evaluation.Question;
import org.protocolgate.evaluation.Status;
import org.protocolgate.evaluation.Warning;
import org.protocolgate.evaluation.Window;
import org.protocolgate.participant.Fact;
import org.protocolgate.protocol.Anchor;
import org.protocolgate.protocol.Gate;

/** A decision as it is sent. */
@Serdeable
@Schema(name = "Decision", description = "The answer to a question about one participant.")
public record DecisionView(
        String id,
        String study,
        String protocolVersion,

        @Schema(description = "Digest of everything that decides: rules, limits, terminology, texts, engine.")
        String ruleSet,

        String participant,
        Gate gate,
        @Schema(example = "2026-03-10") String on,
        @Schema(example = "2026-03-01T10:00:00+08:00") String asOf,
        Verdict verdict,

        @Schema(description = "Of a HOLD: the first later day on which no criterion is not met, or null.") @Nullable
        LocalDate earliest,

        @Schema(description = "Most severe first, then in the order of the protocol.")
        List<CriterionView> criteria,

        List<WarningView> warnings,

        @Schema(description = "What would turn UNKNOWN and PROVISIONAL into an answer.")
        List<ToDoView> toDo,

        @Schema(
                description =
                        "Of a stored decision on lymphodepletion: what is known of the infusion planned after it.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        ForecastView forecast) {

    @Serdeable
    @Schema(name = "Forecast", description = "The same question for the infusion on its planned day.")
    public record ForecastView(
            Gate gate,
            String on,
            Verdict verdict,
            @Nullable LocalDate earliest,

            @Schema(description = "Those that stand in its way, or are not known yet.")
            List<CriterionView> criteria) {}

    @Serdeable
    @Schema(name = "CriterionAnswer")
    public record CriterionView(
            String id,
            Gate gate,
            Status status,
            String title,
            String reason,

            @Schema(description = "Ids, or else indexes, of the facts it rests on.")
            List<String> evidence,

            @Nullable WindowView window,
            @Nullable ClearsView clears,
            List<WarningView> warnings,
            String cites) {}

    @Serdeable
    @Schema(name = "Window", description = "A closed range of days; without from: everything up to the end.")
    public record WindowView(@Nullable LocalDate from, LocalDate to) {}

    @Serdeable
    @Schema(name = "Clears", description = "When a finding ceases to stand in the way, all else unchanged.")
    public record ClearsView(Anchor anchor, LocalDate on) {}

    @Serdeable
    @Schema(name = "Warning")
    public record WarningView(String code, String text) {}

    @Serdeable
    @Schema(name = "ToDo")
    public record ToDoView(
            @Schema(description = "The most urgent criterion that it would answer.")
            String criterion,

            @Schema(description = "All criteria that it would answer.")
            List<String> criteria,

            String what,
            @Nullable String notBefore,
            @Nullable String notAfter) {}

    /** A decision of which nothing is kept. */
    public static DecisionView of(Decision decision, Locale language) {
        return of(UUID.randomUUID(), decision, null, language);
    }

    /** A decision that is kept under an identifier, with the one it forecasts, if any. */
    public static DecisionView of(UUID id, Decision decision, @Nullable Decision forecast, Locale language) {
        Wording wording = new Wording(decision.version(), language);
        Question question = decision.question();
        ZonedDateTime asOf = question.asOf().atZone(decision.version().zone());
        return new DecisionView(
                id.toString(),
                decision.version().study(),
                decision.version().version(),
                decision.version().ruleSet(),
                decision.participant(),
                question.gate(),
                question.on().toString(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(asOf),
                decision.verdict(),
                decision.earliest(),
                decision.criteria().stream()
                        .map(answer -> criterion(answer, decision, wording))
                        .toList(),
                warnings(null, decision, wording),
                wording.toDo(decision).stream().map(DecisionView::toDo).toList(),
                forecast == null ? null : forecast(forecast, wording));
    }

    private static ForecastView forecast(Decision forecast, Wording wording) {
        return new ForecastView(
                forecast.question().gate(),
                forecast.question().on().toString(),
                forecast.verdict(),
                forecast.earliest(),
                forecast.criteria().stream()
                        .filter(answer -> answer.outcome().status().compareTo(Status.MET) > 0)
                        .map(answer -> criterion(answer, forecast, wording))
                        .toList());
    }

    private static ToDoView toDo(Wording.ToDo open) {
        return new ToDoView(open.criteria().get(0), open.criteria(), open.what(), open.notBefore(), open.notAfter());
    }

    private static CriterionView criterion(Decision.Answer answer, Decision decision, Wording wording) {
        Outcome outcome = answer.outcome();
        return new CriterionView(
                outcome.criterion().id(),
                outcome.criterion().gate(),
                outcome.status(),
                wording.title(outcome),
                wording.reason(outcome),
                outcome.findings().stream()
                        .flatMap(finding -> finding.evidence().stream())
                        .map(Fact::ref)
                        .distinct()
                        .toList(),
                window(outcome),
                clears(answer.clears()),
                warnings(outcome.criterion().id(), decision, wording),
                outcome.criterion().cites());
    }

    private static @Nullable WindowView window(Outcome outcome) {
        Finding finding = outcome.finding();
        Window window = finding == null ? null : finding.window();
        return window == null
                ? null
                : new WindowView(window.from().equals(LocalDate.MIN) ? null : window.from(), window.to());
    }

    private static @Nullable ClearsView clears(@Nullable Clears clears) {
        return clears == null ? null : new ClearsView(clears.anchor(), clears.on());
    }

    private static List<WarningView> warnings(@Nullable String criterion, Decision decision, Wording wording) {
        return decision.warnings().stream()
                .filter(warning -> java.util.Objects.equals(warning.criterion(), criterion))
                .map(warning -> new WarningView(code(warning), wording.text(warning)))
                .distinct()
                .toList();
    }

    private static String code(Warning warning) {
        return warning.code().replace("warning.", "");
    }
}
