package org.protocolgate.dosing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Cohort;
import org.protocolgate.participant.DltAssessment;
import org.protocolgate.participant.DltAssessment.EarlyCompletion;
import org.protocolgate.participant.Entry;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.participant.Phase;
import org.protocolgate.protocol.Limits;
import org.protocolgate.protocol.Span;
import org.protocolgate.rulebook.TestRules;

/** Members of a dose level as the tests need them: of the lowest level and in the escalation unless something else is said. */
record Members(Cohort.Member member) {

    private static final Limits LIMITS = TestRules.newest().limits();

    static final BigDecimal LEVEL = LIMITS.number("DOSE-01.lowest");
    static final Span WINDOW = LIMITS.span("FUP-04.dlt");

    static Members infused(String participant, LocalDate on) {
        return notInfused(participant).started(PartialDate.of(on)).completed(PartialDate.of(on));
    }

    static Members notInfused(String participant) {
        return new Members(
                new Cohort.Member(participant, LEVEL, "A", Phase.ESCALATION, null, null, null, List.of(), List.of()));
    }

    Members in(@Nullable Phase phase) {
        return with(
                member.level(), phase, member.infusionStarted(), member.infusionCompleted(), member.authorisedFor());
    }

    Members of(String level) {
        return with(
                new BigDecimal(level),
                member.phase(),
                member.infusionStarted(),
                member.infusionCompleted(),
                member.authorisedFor());
    }

    Members started(@Nullable PartialDate day) {
        return with(member.level(), member.phase(), day, member.infusionCompleted(), member.authorisedFor());
    }

    Members completed(@Nullable PartialDate day) {
        return with(member.level(), member.phase(), member.infusionStarted(), day, member.authorisedFor());
    }

    Members authorisedFor(LocalDate day) {
        return with(member.level(), member.phase(), member.infusionStarted(), member.infusionCompleted(), day);
    }

    Members answer(@Nullable Boolean dlt, LocalDate on) {
        return answered(dlt, null, PartialDate.of(on));
    }

    Members endedEarly(@Nullable Boolean dlt, EarlyCompletion reason, LocalDate on) {
        return answered(dlt, reason, PartialDate.of(on));
    }

    /** A further answer, after those that are there. */
    Members answered(@Nullable Boolean dlt, @Nullable EarlyCompletion reason, PartialDate on) {
        int rank = member.dltAssessments().size();
        DltAssessment further = new DltAssessment(new Entry("answer-" + rank, rank, null), dlt, reason, on);
        return new Members(new Cohort.Member(
                member.participant(),
                member.level(),
                member.cohort(),
                member.phase(),
                member.infusionStarted(),
                member.infusionCompleted(),
                member.authorisedFor(),
                member.safetyReviews(),
                Stream.concat(member.dltAssessments().stream(), Stream.of(further))
                        .toList()));
    }

    private Members with(
            BigDecimal level,
            @Nullable Phase phase,
            @Nullable PartialDate started,
            @Nullable PartialDate completed,
            @Nullable LocalDate authorised) {
        return new Members(new Cohort.Member(
                member.participant(),
                level,
                member.cohort(),
                phase,
                started,
                completed,
                authorised,
                member.safetyReviews(),
                member.dltAssessments()));
    }
}
