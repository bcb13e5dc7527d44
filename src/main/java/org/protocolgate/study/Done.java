package org.protocolgate.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Milestone;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Gate;

/**
 * A lymphodepletion or infusion by the records of one day.
 *
 * @param steps the records that say so, in the order of recording
 */
record Done(Gate gate, List<Milestone> steps) {

    /** What was done; an infusion by its start, and by its end only where no start is recorded at all. */
    static List<Done> in(List<Fact> facts) {
        List<Milestone> started = of(facts, Milestone.Kind.INFUSION_STARTED);
        List<Done> done = new ArrayList<>();
        add(Gate.LYMPHODEPLETION, of(facts, Milestone.Kind.LYMPHODEPLETION_STARTED), done);
        add(
                Gate.INFUSION,
                started.isEmpty()
                        ? of(facts, Milestone.Kind.INFUSION_COMPLETED, Milestone.Kind.INFUSION_STOPPED)
                        : started,
                done);
        return done;
    }

    private static List<Milestone> of(List<Fact> facts, Milestone.Kind... kinds) {
        return facts.stream()
                .filter(Milestone.class::isInstance)
                .map(Milestone.class::cast)
                .filter(step -> Stream.of(kinds).anyMatch(kind -> kind == step.kind()))
                .toList();
    }

    private static void add(Gate gate, List<Milestone> steps, List<Done> done) {
        Map<String, List<Milestone>> byDay = new LinkedHashMap<>();
        for (Milestone step : steps) {
            byDay.computeIfAbsent(day(step.on()), day -> new ArrayList<>()).add(step);
        }
        byDay.values().forEach(ofDay -> done.add(new Done(gate, List.copyOf(ofDay))));
    }

    private static String day(PartialDate on) {
        return on.isFull() ? on.latest().toString() : on.toString();
    }

    /** When, by the last record of that day. */
    PartialDate on() {
        return steps.get(steps.size() - 1).on();
    }
}
