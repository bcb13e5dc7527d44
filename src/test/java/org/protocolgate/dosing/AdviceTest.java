package org.protocolgate.dosing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.protocolgate.rulebook.TestRules;

/** Both designs are shown side by side, and nothing is advised where nobody can be judged. */
class AdviceTest {

    private static final Designs DESIGNS = Designs.of(TestRules.newest().tables());

    @Test
    void nobodyEvaluableIsNoAdviceHoweverManyAreTreated() {
        List<DltNumbers.Waiting> waiting = List.of(new DltNumbers.Waiting("CT-001", LocalDate.of(2026, 4, 7)));
        assertThat(Advice.of(DESIGNS, new DltNumbers(0, 0, 0, List.of(), List.of())))
                .isNull();
        assertThat(Advice.of(DESIGNS, new DltNumbers(2, 0, 0, waiting, waiting)))
                .isNull();
    }

    @Test
    void adviceGoesByTheEvaluableAndNotByTheTreated() {
        assertThat(Advice.of(DESIGNS, new DltNumbers(9, 3, 1, List.of(), List.of())))
                .isEqualTo(new Advice(Move.STAY, Move.STAY));
    }

    @Test
    void itSaysWhetherTheDesignsDiffer() {
        assertThat(Advice.of(DESIGNS, new DltNumbers(5, 5, 2, List.of(), List.of())))
                .isEqualTo(new Advice(Move.STAY, Move.DE_ESCALATE))
                .satisfies(advice -> assertThat(advice.differ()).isTrue());
        assertThat(new Advice(Move.ELIMINATE, Move.ELIMINATE).differ()).isFalse();
    }
}
