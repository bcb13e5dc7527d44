package org.protocolgate.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.protocol.Texts;

/** An alert as it is sent to people of the site. */
@Serdeable
@Schema(name = "Alert", description = "Raised once for its cause, and resolved by itself when that is gone.")
public record AlertView(
        UUID id,
        Severity severity,
        @Nullable String participant,
        @Nullable String level,
        @Nullable String criterion,
        Cause cause,
        String text,

        @Schema(description = "The day by which something has to be done, or on which something clears.") @Nullable
        LocalDate due,

        State state,
        Instant raisedAt,
        Instant changedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable String comment,
        @Nullable Instant snoozedUntil,

        @Schema(description = "How often it went on to the next recipient because nobody acknowledged it.")
        int escalations) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Where an alert stands. */
    public enum State {
        OPEN,
        SNOOZED,
        ACKNOWLEDGED,
        RESOLVED
    }

    @Serdeable
    @Schema(name = "AlertPage")
    public record Page(
            List<AlertView> alerts,

            @Schema(description = "What to give as `before` for the next page; null on the last.") @Nullable
            UUID next) {}

    static AlertView of(Alert alert, Locale language, Instant now) {
        return new AlertView(
                alert.id(),
                alert.severity(),
                alert.participant(),
                alert.level(),
                alert.criterion(),
                alert.cause(),
                text(alert, language),
                alert.due(),
                state(alert, now),
                alert.raisedAt(),
                alert.changedAt(),
                alert.resolvedAt(),
                alert.acknowledgedAt(),
                alert.acknowledgedBy(),
                alert.comment(),
                alert.snoozedUntil(),
                alert.escalations());
    }

    private static State state(Alert alert, Instant now) {
        if (!alert.isOpen()) {
            return State.RESOLVED;
        } else if (alert.acknowledgedAt() != null) {
            return State.ACKNOWLEDGED;
        }
        return alert.snoozedUntil() != null && alert.snoozedUntil().isAfter(now) ? State.SNOOZED : State.OPEN;
    }

    static String body(Wanted wanted) {
        try {
            Map<String, String> texts = new TreeMap<>(Map.of("en", wanted.english(), "zh", wanted.chinese()));
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Alert alert, Locale language) {
        try {
            Map<String, String> texts = JSON.readValue(alert.body(), new TypeReference<>() {});
            String key = language.getLanguage().equals(Texts.CHINESE.getLanguage()) ? "zh" : "en";
            return texts.getOrDefault(key, "");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an alert's text is no JSON", e);
        }
    }
}
