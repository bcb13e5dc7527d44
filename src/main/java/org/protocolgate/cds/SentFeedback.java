package org.protocolgate.cds;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;

/**
 * What became of a card.
 *
 * @param outcome accepted or overridden
 * @param reasonCode why it was set aside, where that was said by a code
 * @param at when
 */
record SentFeedback(
        UUID card,
        String outcome,
        @Nullable String reasonSystem,
        @Nullable String reasonCode,
        @Nullable String comment,
        Instant at) {

    private static final int MOST = 100;
    private static final int LONGEST_SYSTEM = 300;
    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_COMMENT = 2_000;
    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    /** No clinical system says when it was before the standard was there, or so late that no database has it. */
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    /** @throws RefusedException naming every fault by its place */
    static List<SentFeedback> read(byte[] sent) throws RefusedException {
        JsonNode root = SentHook.JSON.read(sent);
        JsonNode list = root == null ? null : root.path("feedback");
        List<Violation> faults = new ArrayList<>();
        if (list == null || !list.isArray() || list.isEmpty() || list.size() > MOST) {
            throw new RefusedException(
                    List.of(new Violation("/feedback", "a list of 1 to " + MOST + " outcomes is expected")));
        }
        List<SentFeedback> read = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            SentFeedback one = one(list.path(i), "/feedback/" + i, faults);
            if (one != null) {
                read.add(one);
            }
        }
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
        return read;
    }

    private static @Nullable SentFeedback one(JsonNode one, String place, List<Violation> faults) {
        int before = faults.size();
        String card = one.path("card").asText();
        if (!card.matches(ID)) {
            faults.add(new Violation(place + "/card", "the uuid of a card is expected"));
        }
        String outcome = one.path("outcome").asText();
        if (!List.of("accepted", "overridden").contains(outcome)) {
            faults.add(new Violation(place + "/outcome", "accepted or overridden is expected"));
        }
        Instant at = instant(one.path("outcomeTimestamp"));
        if (at == null) {
            faults.add(new Violation(place + "/outcomeTimestamp", "a moment is expected (2026-03-10T08:00:00Z)"));
        }
        JsonNode why = one.path("overrideReason");
        String reason = place + "/overrideReason";
        String system = text(why.at("/reason/system"), LONGEST_SYSTEM, reason + "/reason/system", faults);
        String code = text(why.at("/reason/code"), LONGEST_CODE, reason + "/reason/code", faults);
        String comment = text(why.path("userComment"), LONGEST_COMMENT, reason + "/userComment", faults);
        return faults.size() > before || at == null
                ? null
                : new SentFeedback(UUID.fromString(card), outcome, system, code, comment, at);
    }

    private static @Nullable String text(JsonNode value, int longest, String place, List<Violation> faults) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        String text = value.asText();
        if (!value.isTextual() || text.length() > longest || text.chars().anyMatch(SentFeedback::isNoCharacter)) {
            faults.add(new Violation(place, "a text of up to " + longest + " characters is expected"));
        }
        return text;
    }

    /** What a database would not take. */
    private static boolean isNoCharacter(int c) {
        return c == 0;
    }

    private static @Nullable Instant instant(JsonNode value) {
        try {
            Instant at = OffsetDateTime.parse(value.asText()).toInstant();
            return at.isBefore(FIRST) || at.isAfter(LAST) ? null : at;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
