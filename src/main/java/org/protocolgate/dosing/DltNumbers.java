package org.protocolgate.dosing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Cohort;
import org.protocolgate.participant.DltAssessment;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.participant.Phase;
import org.protocolgate.protocol.Span;

/**
 * What is counted of a dose level on a day.
 *
 * @param treated whose infusion has begun, whatever the phase
 * @param evaluable observed to the end and answered, or a DLT occurred, or observation ended early by a signed reason
 * @param dlts those of them in whom a DLT occurred
 * @param inWindow infused and not evaluable yet, while the observation goes on
 * @param overdue the same when the observation is over and no answer is signed
 */
public record DltNumbers(int treated, int evaluable, int dlts, List<Waiting> inWindow, List<Waiting> overdue) {

    public DltNumbers {
        inWindow = List.copyOf(inWindow);
        overdue = List.copyOf(overdue);
    }

    /**
     * Somebody whose answer is awaited.
     *
     * @param until the last day of the observation
     */
    public record Waiting(String participant, LocalDate until) {}

    /**
     * Counts the members of a level. What lies after {@code today} has not happened. Only the escalation phase is observed for
     * DLTs; of whom the phase is not known, the answer is awaited all the same. An answer that may be older than the infusion,
     * an early end among them, says nothing of it.
     *
     * @param window the length of the observation
     */
    public static DltNumbers of(List<Cohort.Member> members, BigDecimal level, LocalDate today, Span window) {
        int treated = 0;
        int evaluable = 0;
        int dlts = 0;
        List<Waiting> inWindow = new ArrayList<>();
        List<Waiting> overdue = new ArrayList<>();
        for (Cohort.Member member : members) {
            LocalDate infused = infused(member, today);
            if (member.level().compareTo(level) != 0 || infused == null) {
                continue;
            }
            treated++;
            LocalDate end = window.after(infused);
            List<DltAssessment> answers = member.dltAssessments().stream()
                    .filter(answer -> !answer.liesAfter(today))
                    .filter(answer -> !answer.on().earliest().isBefore(infused))
                    .toList();
            if (member.phase() == Phase.EXPANSION) {
                continue;
            } else if (answers.stream().anyMatch(answer -> answer.answersFor(infused, end))) {
                evaluable++;
                dlts += answers.stream().anyMatch(answer -> Boolean.TRUE.equals(answer.dlt())) ? 1 : 0;
            } else {
                (today.isAfter(end) ? overdue : inWindow).add(new Waiting(member.participant(), end));
            }
        }
        return new DltNumbers(treated, evaluable, dlts, inWindow, overdue);
    }

    /** The day of the infusion: of its end where that is recorded, else of its beginning. */
    private static @Nullable LocalDate infused(Cohort.Member member, LocalDate today) {
        LocalDate completed = seen(member.infusionCompleted(), today);
        return completed == null ? seen(member.infusionStarted(), today) : completed;
    }

    private static @Nullable LocalDate seen(@Nullable PartialDate day, LocalDate today) {
        return day == null || day.latest().isAfter(today) ? null : day.latest();
    }
}
