package org.protocolgate.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.protocolgate.evaluation.Evaluation;
import org.protocolgate.evaluation.Evaluator;
import org.protocolgate.evaluation.Question;
import org.protocolgate.evaluation.Status;
import org.protocolgate.intake.Request;
import org.protocolgate.rulebook.Questions;

/** The days that are leapt over are none on which nothing is not met. */
class ClearDaysProperties {

    private static final int DAYS = 50;

    @Property(tries = 25)
    void areThoseOfAskingAboutEachDayByItself(@ForAll long seed) {
        Request request = Questions.read(RandomQuestions.of(seed));
        Question first =
                new Question(request.gate(), request.on(), request.asOf().time());
        LocalDate to = first.day().plusDays(DAYS);
        List<LocalDate> each = first.day()
                .datesUntil(to.plusDays(1))
                .filter(day -> isClear(
                        Evaluator.evaluate(request.dossier(), request.cohort(), first.on(day), request.version())))
                .toList();
        assertThat(ClearDays.of(request.dossier(), request.cohort(), first, to, request.version()))
                .isEqualTo(each);
    }

    private static boolean isClear(Evaluation evaluation) {
        return evaluation.fault() == null && evaluation.worst() != Status.NOT_MET;
    }
}
