package org.protocolgate.screen;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.alert.AlertView;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.decision.Verdict;
import org.protocolgate.evaluation.Status;
import org.protocolgate.protocol.Gate;
import org.protocolgate.query.QueryView;
import org.protocolgate.study.AcknowledgementView;
import org.protocolgate.study.AuthorisationView;
import org.protocolgate.study.HistoryView;
import org.protocolgate.study.ParticipantView;

/**
 * All that is to be seen of a participant.
 *
 * @param gates the last answer at each gate
 * @param shown the answer whose criteria are listed, or null where nothing was ever asked
 * @param queries the first of those that are asked about it
 * @param asked the question that is filled in: the gate and day that stand before the participant
 */
public record ParticipantScreen(
        ParticipantView person,
        @Nullable String level,
        List<AtGate> gates,
        @Nullable Shown shown,
        Asked asked,
        List<ToDo> toDo,
        List<FactLine> facts,
        List<HistoryLine> history,
        Timeline timeline,
        List<AlertView> alerts,
        List<AuthorisationView> authorisations,
        List<QueryView> queries,
        @Nullable String notice) {

    /** The last answer at a gate. */
    record AtGate(HistoryView last, boolean past) {}

    /** A gate and a day, as they are typed. */
    public record Asked(Gate gate, String on) {}

    /**
     * An answer.
     *
     * @param stored what is kept of it, or null where it is hypothetical: nothing is kept, and nothing rests on it
     * @param now what the same question is answered by what is known now, where that is another verdict; else null
     * @param changed whether something was recorded of the participant since
     * @param seen who said that what stands against it was seen
     */
    record Shown(
            DecisionView answer,
            @Nullable HistoryView stored,
            @Nullable Verdict now,
            boolean changed,
            boolean past,
            List<Checklist.Line> criteria,
            List<AcknowledgementView> seen) {

        public boolean isHypothetical() {
            return stored == null;
        }

        /** The criteria that are not met, or not answered for good. */
        public List<Checklist.Line> unanswered() {
            return criteria.stream().filter(line -> isOpen(line.answer())).toList();
        }

        /** Those that are met, or do not apply. */
        public List<Checklist.Line> answered() {
            return criteria.stream().filter(line -> !isOpen(line.answer())).toList();
        }

        private static boolean isOpen(DecisionView.CriterionView answer) {
            return answer.status().compareTo(Status.MET) > 0;
        }

        /** Whether an infusion can be authorised by it: that is for today's answer alone. */
        public boolean permits(LocalDate today) {
            return stored != null
                    && answer.verdict() == Verdict.PROCEED
                    && answer.gate() == Gate.INFUSION
                    && answer.on().startsWith(today.toString())
                    && stored.asKnownAt() == null;
        }
    }

    /** The gates that can be asked about. */
    public List<Gate> allGates() {
        return List.of(Gate.values());
    }

    /** The hypothetical answer on the page, which has to be recorded before it is shown; null where there is none. */
    public @Nullable DecisionView hypothetical() {
        return shown == null || !shown.isHypothetical() ? null : shown.answer();
    }

    /** The page in HTML. */
    public String in(Frame frame) {
        return Screens.page("participant", frame, this);
    }
}
