package org.protocolgate.dosing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.dosing.DltNumbers.Waiting;
import org.protocolgate.participant.DltAssessment.EarlyCompletion;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.participant.Phase;

/**
 * Who of a level is counted as treated, evaluable and with a DLT, and whose answer is awaited. Everybody here is infused on 10
 * March, so that the 28 days of observation end on 7 April.
 */
class DltNumbersTest {

    private static final LocalDate INFUSED = LocalDate.of(2026, 3, 10);
    private static final LocalDate END = LocalDate.of(2026, 4, 7);
    private static final LocalDate LATER = LocalDate.of(2026, 7, 1);
    private static final Waiting AWAITED = new Waiting("CT-001", END);

    private final Members one = Members.infused("CT-001", INFUSED);

    @Test
    void anEmptyLevelCountsNobody() {
        assertThat(on(LATER)).isEqualTo(new DltNumbers(0, 0, 0, List.of(), List.of()));
        assertThat(on(LATER, Members.notInfused("CT-001").authorisedFor(LATER)))
                .isEqualTo(new DltNumbers(0, 0, 0, List.of(), List.of()));
    }

    @Test
    void theLastDayOfTheObservationIsStillInsideAndTheNextIsOverdue() {
        assertThat(on(INFUSED, one)).isEqualTo(inWindow());
        assertThat(on(END.minusDays(1), one)).isEqualTo(inWindow());
        assertThat(on(END, one)).isEqualTo(inWindow());
        assertThat(on(END.plusDays(1), one)).isEqualTo(overdue());
    }

    @Test
    void thatNoneOccurredIsSaidWhenTheObservationIsOver() {
        assertThat(on(LATER, one.answer(false, END))).isEqualTo(evaluable(0));
        assertThat(on(END, one.answer(false, END))).isEqualTo(evaluable(0));
        assertThat(on(LATER, one.answer(false, END.plusDays(20)))).isEqualTo(evaluable(0));
    }

    @Test
    void aDayTooEarlyItIsNoAnswer() {
        Members early = one.answer(false, END.minusDays(1));
        assertThat(on(END, early)).isEqualTo(inWindow());
        assertThat(on(LATER, early)).isEqualTo(overdue());
    }

    @Test
    void aToxicityCountsFromItsDayOn() {
        assertThat(on(INFUSED, one.answer(true, INFUSED))).isEqualTo(evaluable(1));
        assertThat(on(INFUSED.plusDays(5), one.answer(true, INFUSED.plusDays(3))))
                .isEqualTo(evaluable(1));
        assertThat(on(LATER, one.answer(true, END))).isEqualTo(evaluable(1));
    }

    @Test
    void aToxicityAnsweredLongAfterTheObservationCounts() {
        assertThat(on(LATER, one.answer(true, LATER))).isEqualTo(evaluable(1));
        assertThat(on(LATER.minusDays(1), one.answer(true, LATER))).isEqualTo(overdue());
    }

    @Test
    void aToxicityThatFollowsOnAnAnswerOfNoneCountsOnceItIsThere() {
        Members both = one.answer(false, END).answer(true, END.plusDays(12));
        assertThat(on(END.plusDays(11), both)).isEqualTo(evaluable(0));
        assertThat(on(END.plusDays(12), both)).isEqualTo(evaluable(1));
    }

    @Test
    void anAnswerOfNoneDoesNotTakeBackAToxicity() {
        assertThat(on(LATER, one.answer(true, INFUSED.plusDays(3)).answer(false, END)))
                .isEqualTo(evaluable(1));
    }

    @Test
    void anAnswerThatSaysNothingIsNone() {
        assertThat(on(LATER, one.answer(null, END))).isEqualTo(overdue());
    }

    @Test
    void anAnswerFromBeforeTheInfusionIsIgnored() {
        LocalDate before = INFUSED.minusDays(1);
        assertThat(on(END, one.answer(true, before))).isEqualTo(inWindow());
        assertThat(on(LATER, one.answer(true, before))).isEqualTo(overdue());
        assertThat(on(LATER, one.answer(false, before))).isEqualTo(overdue());
        assertThat(on(LATER, one.answer(true, before).answer(false, END))).isEqualTo(evaluable(0));
    }

    @ParameterizedTest
    @EnumSource(EarlyCompletion.class)
    void anObservationThatEndedEarlyForASignedReasonIsEvaluable(EarlyCompletion reason) {
        Members ended = one.endedEarly(null, reason, INFUSED.plusDays(10));
        assertThat(on(INFUSED.plusDays(9), ended)).isEqualTo(inWindow());
        assertThat(on(INFUSED.plusDays(10), ended)).isEqualTo(evaluable(0));
        assertThat(on(LATER, one.endedEarly(true, reason, INFUSED))).isEqualTo(evaluable(1));
    }

    /** An observation cannot have ended before it began: it is not counted as one without a DLT. */
    @Test
    void anEarlyEndFromBeforeTheInfusionIsIgnored() {
        LocalDate before = INFUSED.minusDays(1);
        assertThat(on(END, one.endedEarly(null, EarlyCompletion.NO_EXPANSION, before)))
                .isEqualTo(inWindow());
        assertThat(on(LATER, one.endedEarly(true, EarlyCompletion.AE_NOT_RELATED, before)))
                .isEqualTo(overdue());
    }

    @Test
    void theExpansionIsTreatedAndNotObserved() {
        Members expansion = one.in(Phase.EXPANSION);
        assertThat(on(END, expansion)).isEqualTo(new DltNumbers(1, 0, 0, List.of(), List.of()));
        assertThat(on(LATER, expansion.answer(true, END))).isEqualTo(new DltNumbers(1, 0, 0, List.of(), List.of()));
    }

    @Test
    void ofWhomThePhaseIsNotKnownTheAnswerIsAwaited() {
        Members unknown = one.in(null);
        assertThat(on(END, unknown)).isEqualTo(inWindow());
        assertThat(on(LATER, unknown)).isEqualTo(overdue());
        assertThat(on(LATER, unknown.answer(true, END))).isEqualTo(evaluable(1));
    }

    @Test
    void whatLiesAheadHasNotHappened() {
        assertThat(on(INFUSED.minusDays(1), one)).isEqualTo(new DltNumbers(0, 0, 0, List.of(), List.of()));
        assertThat(on(END.minusDays(1), one.answer(false, END))).isEqualTo(inWindow());
        assertThat(on(INFUSED, one.answer(true, INFUSED.plusDays(1)))).isEqualTo(inWindow());
    }

    @Test
    void whoOnlyStartedIsCountedFromTheStart() {
        assertThat(on(END, one.completed(null))).isEqualTo(inWindow());
        assertThat(on(END.plusDays(1), one.completed(null))).isEqualTo(overdue());
    }

    @Test
    void theObservationCountsFromTheEndOfTheInfusionOnceThatIsReached() {
        Members overMidnight = one.completed(PartialDate.at(INFUSED.plusDays(1).atTime(0, 30)));
        assertThat(on(INFUSED, overMidnight)).isEqualTo(inWindow());
        assertThat(on(INFUSED.plusDays(1), overMidnight).inWindow())
                .containsExactly(new Waiting("CT-001", END.plusDays(1)));
        assertThat(on(END.plusDays(1), overMidnight).overdue()).isEmpty();
        assertThat(on(LATER, overMidnight.answer(false, END)).evaluable()).isZero();
    }

    @Test
    void whoOnlyCompletedIsCountedFromThere() {
        assertThat(on(END, one.started(null))).isEqualTo(inWindow());
    }

    /** A day known to its month only waits as long as it can. */
    @Test
    void ofAMonthTheLastDayCounts() {
        Members vague = one.completed(PartialDate.in(YearMonth.of(2026, 3)));
        assertThat(on(LocalDate.of(2026, 4, 28), vague).inWindow())
                .containsExactly(new Waiting("CT-001", LocalDate.of(2026, 4, 28)));
        assertThat(on(LocalDate.of(2026, 4, 29), vague).inWindow()).isEmpty();
    }

    @Test
    void anAnswerOfAMonthCountsWhereItsFirstDayDoes() {
        PartialDate april = PartialDate.in(YearMonth.of(2026, 4));
        PartialDate march = PartialDate.in(YearMonth.of(2026, 3));
        assertThat(on(LATER, one.answered(false, null, april))).isEqualTo(overdue());
        assertThat(on(LATER, one.answered(true, null, april))).isEqualTo(evaluable(1));
        assertThat(on(LATER, one.answered(true, null, march))).isEqualTo(overdue());
        assertThat(on(LATER, one.answered(true, EarlyCompletion.AE_NOT_RELATED, march)))
                .isEqualTo(overdue());
    }

    @Test
    void anotherLevelIsNotCountedAndAnotherSpellingIs() {
        assertThat(on(END, one.of("4.5e8"))).isEqualTo(new DltNumbers(0, 0, 0, List.of(), List.of()));
        assertThat(on(END, one.of("300000000"))).isEqualTo(inWindow());
    }

    @Test
    void eachIsCountedOnceAndThoseAwaitedInTheOrderOfTheList() {
        LocalDate late = INFUSED.plusDays(14);
        DltNumbers numbers = on(
                END.plusDays(1),
                Members.infused("CT-009", late),
                one,
                Members.infused("CT-002", INFUSED).answer(true, INFUSED.plusDays(2)),
                Members.infused("CT-003", INFUSED).answer(false, END),
                Members.infused("CT-004", INFUSED).in(Phase.EXPANSION),
                Members.infused("CT-005", late.plusDays(1)),
                Members.notInfused("CT-006"));
        assertThat(numbers)
                .isEqualTo(new DltNumbers(
                        6,
                        2,
                        1,
                        List.of(new Waiting("CT-009", END.plusDays(14)), new Waiting("CT-005", END.plusDays(15))),
                        List.of(AWAITED)));
    }

    private static DltNumbers on(LocalDate today, Members... members) {
        return DltNumbers.of(
                Arrays.stream(members).map(Members::member).toList(), Members.LEVEL, today, Members.WINDOW);
    }

    private static DltNumbers inWindow() {
        return new DltNumbers(1, 0, 0, List.of(AWAITED), List.of());
    }

    private static DltNumbers overdue() {
        return new DltNumbers(1, 0, 0, List.of(), List.of(AWAITED));
    }

    private static DltNumbers evaluable(int dlts) {
        return new DltNumbers(1, 1, dlts, List.of(), List.of());
    }
}
