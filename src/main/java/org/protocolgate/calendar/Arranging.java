package org.protocolgate.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.protocolgate.calendar.Appointment.Kind;
import org.protocolgate.decision.Decision;
import org.protocolgate.decision.Wording;
import org.protocolgate.protocol.Criterion;
import org.protocolgate.protocol.Gate;
import org.protocolgate.study.Outlook;

/** Takes from a participant's outlook what has a day. */
final class Arranging {

    private final Outlook outlook;
    private final Locale language;
    private final Wording wording;
    private final List<Appointment> found = new ArrayList<>();
    private final Map<String, Integer> alike = new HashMap<>();

    private Arranging(Outlook outlook, Locale language) {
        this.outlook = outlook;
        this.language = language;
        wording = new Wording(outlook.version(), language);
    }

    /** The appointments of a participant, by day; none of one that takes no part. */
    static List<Appointment> of(Outlook outlook, Locale language) {
        if (!outlook.active()) {
            return List.of();
        }
        Arranging arranging = new Arranging(outlook, language);
        outlook.planned().forEach(arranging::plan);
        outlook.asked().forEach(arranging::answer);
        if (outlook.open() != null) {
            LocalDate on = outlook.open().on();
            String words = Phrases.AUTHORISED.in(language, arranging.wording.word(Gate.INFUSION));
            arranging.add(List.of(), Kind.AUTHORISED, Gate.INFUSION, on, on, words);
        }
        return arranging.eachOnce();
    }

    /** Stands for the appointments of a participant that are not known. */
    static Appointment failed(String participant, LocalDate today, Locale language) {
        return new Appointment(participant, List.of(), Kind.FAILED, null, today, today, 1, Phrases.FAILED.in(language));
    }

    private void plan(Outlook.Plan plan) {
        String words = Phrases.PLANNED.in(language, wording.word(plan.gate()));
        add(List.of(), Kind.PLANNED, plan.gate(), plan.on(), plan.on(), words);
    }

    private void answer(Outlook.Asked asked) {
        Decision decision = asked.decision();
        if (decision.evaluation().fault() != null) {
            found.add(failed(outlook.participant(), outlook.today(), language));
            return;
        }
        Gate gate = decision.question().gate();
        for (Decision.Answer answer : decision.criteria()) {
            if (answer.clears() != null) {
                LocalDate on = answer.clears().on();
                String words = Phrases.CLEARS.in(language, wording.title(answer.outcome()));
                add(List.of(answer.outcome().criterion().id()), Kind.CLEARS, gate, on, on, words);
            }
        }
        wording.toDo(decision)
                .forEach(todo -> due(todo, gate, decision.question().day()));
        Map<LocalDate, List<String>> duties = new TreeMap<>();
        asked.lastDaysOfDuties()
                .forEach((id, day) ->
                        duties.computeIfAbsent(day, d -> new ArrayList<>()).add(id));
        duties.forEach((day, ids) ->
                add(ids, Kind.DUTY_ENDS, gate, day, day, Phrases.DUTY_ENDS.in(language, title(ids.get(0)))));
    }

    private void due(Wording.ToDo todo, Gate gate, LocalDate day) {
        LocalDate first = todo.firstDay();
        LocalDate last = todo.lastDay();
        LocalDate from = first == null ? last : first;
        if (from == null || isOnlyBecauseAskedToday(from, last, gate, day)) {
            return;
        }
        // a sentence that names a fact would tell what is recorded
        String words = todo.plain()
                ? todo.what()
                : Phrases.UNANSWERED.in(language, title(todo.criteria().get(0)));
        add(todo.criteria(), Kind.DUE, gate, from, last == null ? from : last, words);
    }

    /** Where no day is planned, it is asked about today, and tomorrow about tomorrow: a day that moves along is no date to keep. */
    private boolean isOnlyBecauseAskedToday(LocalDate from, @Nullable LocalDate last, Gate gate, LocalDate day) {
        return from.equals(day) && day.equals(last) && !outlook.planned().contains(new Outlook.Plan(gate, day));
    }

    private String title(String id) {
        Criterion criterion = Objects.requireNonNull(outlook.version().criterion(id));
        return outlook.version().title(criterion, language);
    }

    private void add(
            List<String> criteria, Kind kind, @Nullable Gate gate, LocalDate from, LocalDate until, String words) {
        String key = criteria.stream().findFirst().orElse("") + kind + gate;
        int ordinal = alike.merge(key, 1, Integer::sum);
        found.add(new Appointment(outlook.participant(), criteria, kind, gate, from, until, ordinal, words));
    }

    private record Same(List<String> criteria, Kind kind, LocalDate from, LocalDate until, String words) {}

    /** What is so for two gates is told once, for the later one, which outlasts the other. */
    private List<Appointment> eachOnce() {
        Map<Same, Appointment> once = new LinkedHashMap<>();
        for (Appointment one : found) {
            once.merge(
                    new Same(one.criteria(), one.kind(), one.from(), one.until(), one.words()),
                    one,
                    (before, after) -> before.gate() == after.gate() ? before : after);
        }
        return List.copyOf(once.values());
    }
}
