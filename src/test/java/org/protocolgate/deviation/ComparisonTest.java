package org.protocolgate.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.protocolgate.evaluation.Status;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Gate;
import org.protocolgate.study.Act;
import org.protocolgate.study.Judged;
import org.protocolgate.study.Past;

/** When something is drafted, and when its cause is gone: doubt does neither. */
class ComparisonTest {

    private static final PartialDate DAY = PartialDate.of(LocalDate.parse("2026-03-05"));
    private static final PartialDate MONTH = PartialDate.in(YearMonth.parse("2026-03"));

    @Test
    void whatIsNotMetIsDraftedOnceForEachDay() {
        Act act = act(DAY, judged(Status.NOT_MET));
        Deviation drafted = drafted(new Comparison(past(act), List.of()).found().get(0));
        assertThat(new Comparison(past(act), List.of(drafted)).found()).isEmpty();
        Act again = act(PartialDate.of(DAY.latest().plusDays(1)), judged(Status.NOT_MET));
        assertThat(new Comparison(past(act, again), List.of(drafted)).found())
                .extracting(Draft::day)
                .containsExactly("2026-03-06");
    }

    @Test
    void whatIsNotKnownIsNotDraftedAndTakesNothingBack() {
        Deviation drafted = drafted(Draft.notMet(act(DAY, judged(Status.NOT_MET)), judged(Status.NOT_MET)));
        for (Act doubtful : List.of(act(DAY, judged(Status.UNKNOWN)), unasked(DAY), unasked(MONTH))) {
            Comparison comparison = new Comparison(past(doubtful), List.of(drafted));
            assertThat(comparison.found()).isEmpty();
            assertThat(comparison.gone()).isEmpty();
        }
    }

    @Test
    void itIsGoneWhereNothingStoodInTheWayOrNothingWasDoneThen() {
        Deviation drafted = drafted(Draft.notMet(act(DAY, judged(Status.NOT_MET)), judged(Status.NOT_MET)));
        Act other = unasked(PartialDate.of(DAY.latest().plusDays(1)));
        for (Past past : List.of(past(act(DAY)), past(), past(other))) {
            assertThat(new Comparison(past, List.of(drafted)).gone()).containsExactly(drafted);
        }
    }

    @Test
    void whatIsOfAGateThatNobodyLookedAtStays() {
        Deviation drafted = drafted(Draft.notMet(act(DAY, judged(Status.NOT_MET)), judged(Status.NOT_MET)));
        Past infusions = new Past("CT-1", Set.of(Gate.INFUSION), List.of());
        assertThat(new Comparison(infusions, List.of(drafted)).gone()).isEmpty();
    }

    private static Past past(Act... acts) {
        return new Past("CT-1", Set.of(Gate.LYMPHODEPLETION, Gate.INFUSION), List.of(acts));
    }

    private static Act act(PartialDate on, Judged... open) {
        return act(on, List.of(open));
    }

    private static Act unasked(PartialDate on) {
        return act(on, (List<Judged>) null);
    }

    private static Act act(PartialDate on, @Nullable List<Judged> open) {
        return new Act(Gate.LYMPHODEPLETION, on, List.of("a"), null, open);
    }

    private static Judged judged(Status status) {
        return new Judged("EXC-07", status, Map.of(), Map.of(), List.of("b"));
    }

    private static Deviation drafted(Draft draft) {
        return new Deviation(
                UUID.randomUUID(), "CT-1", 1, draft.criterion(), null, draft.body(), "", Instant.EPOCH, "service");
    }
}
