package org.protocolgate.cds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.protocolgate.decision.Wording;
import org.protocolgate.evaluation.Question;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Gate;
import org.protocolgate.study.DrugEffect;
import org.protocolgate.study.Insight;
import org.protocolgate.study.Outlook;

/** Asks about a participant what a hook is about, by what is recorded and once more with what came along. */
final class Asking {

    private final String participant;
    private final Insight.View view;
    private final Beside beside;
    private final CdsTexts texts;
    private final Telling telling;

    Asking(String participant, Insight.View view, Beside beside, CdsTexts texts) {
        this.participant = participant;
        this.view = view;
        this.beside = beside;
        this.texts = texts;
        telling = new Telling(texts);
    }

    /** What stands before the participant. */
    List<Told> next() {
        List<Told> told = new ArrayList<>();
        for (Outlook.Asked asked : view.outlook().asked()) {
            Question question = asked.decision().question();
            told.add(ask(question.gate(), question.on()));
        }
        if (told.isEmpty()) {
            told.add(telling.nothing("inactive", participant, Card.Indicator.INFO));
        }
        return told;
    }

    /** Drugs that are ordered, all together, and infusions each by itself. */
    List<Told> ordered(Sorting sorted) {
        List<Told> told = new ArrayList<>();
        sorted.infusions().forEach(planned -> told.add(infusion(planned)));
        if (!sorted.drugs().isEmpty()) {
            told.add(telling.drugs(participant, drugs(sorted)));
        }
        return told;
    }

    private DrugEffect drugs(Sorting sorted) {
        LocalDate planned = view.plannedInfusion();
        Gate gate = view.isInfused() ? Gate.FOLLOW_UP : Gate.INFUSION;
        LocalDate day =
                planned == null || gate == Gate.FOLLOW_UP ? view.outlook().today() : planned;
        if (planned == null && gate == Gate.INFUSION) {
            String unplanned = texts.say("unplanned", Map.of("on", day.toString()));
            beside.doubts().add(new Doubt("/context/draftOrders", unplanned));
        }
        PartialDate on = PartialDate.of(day);
        DrugEffect recorded = DrugEffect.of(view, sorted.drugs(), gate, on);
        return beside.facts().isEmpty()
                ? recorded
                : Stream.of(recorded, DrugEffect.of(beside.view(), sorted.drugs(), gate, on))
                        .min(Comparator.comparing(DrugEffect::kind))
                        .orElse(recorded);
    }

    private Told infusion(Sorting.Planned order) {
        LocalDate planned = view.plannedInfusion();
        LocalDate said = order.on();
        LocalDate day =
                said != null ? said : planned != null ? planned : view.outlook().today();
        if (said == null) {
            beside.doubts().add(new Doubt(order.place(), undated(day)));
        } else if (planned != null && !planned.equals(said)) {
            beside.doubts().add(new Doubt(order.place(), texts.say("planned", Map.of("planned", planned.toString()))));
        }
        return ask(Gate.INFUSION, PartialDate.of(day));
    }

    private String undated(LocalDate asked) {
        return texts.say("undated", Map.of("on", asked.toString()));
    }

    private Told ask(Gate gate, PartialDate on) {
        var recorded = view.ask(gate, on);
        return telling.answer(
                participant,
                Merged.of(
                        recorded,
                        beside.facts().isEmpty() ? recorded : beside.view().ask(gate, on)));
    }

    /** Adds to the first card what came along, counted or not; it has a card of its own where there is no other. */
    List<Told> withAlong(List<Told> told) {
        if (beside.facts().isEmpty() && beside.doubts().isEmpty()) {
            return told;
        }
        boolean doubtful = !beside.doubts().isEmpty();
        List<Told> all = new ArrayList<>(told);
        if (all.isEmpty() && doubtful) {
            all.add(telling.nothing("doubtful", participant, Card.Indicator.WARNING));
        }
        if (!all.isEmpty()) {
            Wording wording = new Wording(view.version(), texts.language());
            List<String> lines = telling.along(beside.facts(), beside.doubts(), wording);
            all.set(0, all.get(0).with(lines, doubtful ? Card.Indicator.WARNING : Card.Indicator.INFO));
        }
        return all;
    }
}
