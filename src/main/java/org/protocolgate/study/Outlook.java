package org.protocolgate.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.decision.Decision;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.ProtocolVersion;

/**
 * What stands before a participant: the questions that somebody would have to ask about it on this day, answered.
 *
 * @param level name of its dose level
 * @param active whether it takes part: consented, not voided, neither failed, withdrawn nor done; nothing is asked otherwise
 * @param planned what lies before it by plan, today or later, where the day is known
 * @param asked the next gate on its planned day, or today where that is past or not known; the follow-up today
 * @param overturned what was answered with PROCEED for today or later and is no longer
 * @param voided authorisations for today or later that became void
 * @param open the authorisation for today that is open
 */
public record Outlook(
        String study,
        String participant,
        @Nullable String level,
        boolean active,
        LocalDate today,
        ProtocolVersion version,
        List<Plan> planned,
        List<Asked> asked,
        List<Overturned> overturned,
        List<AuthorisationView> voided,
        @Nullable AuthorisationView open) {

    public Outlook {
        planned = List.copyOf(planned);
        asked = List.copyOf(asked);
        overturned = List.copyOf(overturned);
        voided = List.copyOf(voided);
    }

    /** What went wrong inside a rule, or null; then nothing is known of the question asked. */
    public @Nullable String fault() {
        return asked.stream()
                .map(one -> one.decision().evaluation().fault())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The day for which a gate is planned. */
    public record Plan(Gate gate, LocalDate on) {}

    /** A question and its answer. */
    public static final class Asked {

        private final Inquest inquest;
        private final Decision decision;

        private final @Nullable String last;

        /** @param last what the last answer on the same gate came to, or null where there was none */
        Asked(Inquest inquest, @Nullable String last) {
            this.inquest = inquest;
            this.last = last;
            decision = inquest.decide();
        }

        /** Whether the answer is another than the last one on the same gate. */
        public boolean isNews() {
            return !Essence.of(decision).equals(last);
        }

        public Decision decision() {
            return decision;
        }

        /** Of a question about the follow-up, the last day of each duty that ends, by criterion. */
        public Map<String, LocalDate> lastDaysOfDuties() {
            return inquest.gate() == Gate.FOLLOW_UP ? inquest.lastDaysOfDuties() : Map.of();
        }

        Inquest inquest() {
            return inquest;
        }
    }

    /**
     * A decision that said PROCEED.
     *
     * @param decision the decision
     * @param now the same question answered now
     */
    public record Overturned(UUID decision, Decision now) {}
}
