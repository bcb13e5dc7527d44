package org.protocolgate.study;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.protocolgate.decision.Deciding;
import org.protocolgate.decision.Decision;
import org.protocolgate.evaluation.Question;
import org.protocolgate.evaluation.Status;
import org.protocolgate.participant.Cohort;
import org.protocolgate.participant.DoseAssignment;
import org.protocolgate.participant.Dossier;
import org.protocolgate.participant.Entry;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.participant.Participant;
import org.protocolgate.participant.Phase;
import org.protocolgate.protocol.Dosing;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.ProtocolVersion;

/**
 * The first day on which somebody new could be infused at a level, as far as the level is concerned: the criteria that speak of
 * levels are asked about a participant of whom nothing else is known.
 *
 * @param on null where no day is known
 * @param standing what stands in the way today, or what has to be confirmed by that day
 */
record NextInfusion(@Nullable LocalDate on, List<Standing> standing) {

    /** No participant can have this code. */
    private static final String SOMEBODY = "/somebody";

    /** After so many dates at which something clears and something else begins to stand in the way, no day is known. */
    private static final int STEPS = 20;

    static NextInfusion of(
            BigDecimal level,
            @Nullable Cohort cohort,
            LocalDateTime now,
            ProtocolVersion version,
            Dosing dosing,
            Locale language) {
        Decision today = ask(level, cohort, now.toLocalDate(), now, version);
        Decision asked = today;
        LocalDate day = now.toLocalDate();
        for (int step = 0; step < STEPS; step++) {
            List<Decision.Answer> open = open(asked, dosing);
            if (open.stream().allMatch(answer -> answer.outcome().status() == Status.PROVISIONAL)) {
                return new NextInfusion(day, standing(asked, dosing, language));
            }
            LocalDate clears = clears(open);
            if (clears == null || !clears.isAfter(day)) {
                break;
            }
            day = clears;
            asked = ask(level, cohort, day, now, version);
        }
        return new NextInfusion(null, standing(today, dosing, language));
    }

    private static Decision ask(
            BigDecimal level, @Nullable Cohort cohort, LocalDate day, LocalDateTime now, ProtocolVersion version) {
        Participant somebody = new Participant(
                SOMEBODY,
                Participant.Sex.FEMALE,
                null,
                Participant.Answer.UNKNOWN,
                Participant.Answer.UNKNOWN,
                Participant.Answer.UNKNOWN);
        DoseAssignment assignment = new DoseAssignment(
                new Entry("", 0, null), level, SOMEBODY, Phase.ESCALATION, level, PartialDate.of(now.toLocalDate()));
        return Deciding.decide(
                new Dossier(somebody, List.of(assignment)),
                cohort,
                new Question(Gate.INFUSION, PartialDate.of(day), now),
                version);
    }

    private static List<Decision.Answer> open(Decision decision, Dosing dosing) {
        return decision.criteria().stream()
                .filter(answer ->
                        dosing.asks().contains(answer.outcome().criterion().id()))
                .filter(answer -> answer.outcome().status().compareTo(Status.MET) > 0)
                .toList();
    }

    private static @Nullable LocalDate clears(List<Decision.Answer> open) {
        LocalDate last = null;
        for (Decision.Answer answer : open) {
            if (answer.outcome().status() == Status.PROVISIONAL) {
                continue;
            } else if (answer.clears() == null) {
                return null;
            }
            LocalDate on = answer.clears().on();
            last = last == null || on.isAfter(last) ? on : last;
        }
        return last;
    }

    private static List<Standing> standing(Decision decision, Dosing dosing, Locale language) {
        return Standing.of(decision, language).stream()
                .filter(one -> dosing.asks().contains(one.id()))
                .toList();
    }
}
