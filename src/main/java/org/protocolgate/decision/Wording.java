package org.protocolgate.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.protocolgate.evaluation.Evaluation.Outcome;
import org.protocolgate.evaluation.Finding;
import org.protocolgate.evaluation.Status;
import org.protocolgate.evaluation.Warning;
import org.protocolgate.participant.Fact;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.Texts;

/** A decision in sentences of one language. */
public final class Wording {

    private static final String TO_DO = "todo.";
    private static final String DAYS = "days";

    private final ProtocolVersion version;
    private final Locale language;
    private final Words words;

    public Wording(ProtocolVersion version, Locale language) {
        this.version = version;
        this.language = language;
        words = new Words(version.texts(), language);
    }

    /**
     * Something that would turn an open criterion into an answer.
     *
     * @param criteria the criteria it would answer, the most urgent first
     * @param notBefore the first day or moment at which it can be supplied, or null
     * @param notAfter the last one, or null
     * @param plain whether the words are the protocol's alone, and tell nothing that is recorded of anybody
     */
    public record ToDo(
            List<String> criteria,
            String what,
            @Nullable String notBefore,
            @Nullable String notAfter,
            boolean plain) {

        private static final int DAY = "2026-03-10".length();

        /** The first day on which it can be supplied, or null. */
        public @Nullable LocalDate firstDay() {
            return day(notBefore);
        }

        /** The last one, or null. */
        public @Nullable LocalDate lastDay() {
            return day(notAfter);
        }

        private static @Nullable LocalDate day(@Nullable String moment) {
            return moment == null ? null : LocalDate.parse(moment.substring(0, DAY));
        }
    }

    /** The word for a status, a verdict or a gate. */
    public String word(Enum<?> value) {
        return words.shown(value);
    }

    /** A fact in a few words: what, and when. */
    public String fact(Fact fact) {
        return words.shown(fact);
    }

    public String title(Outcome outcome) {
        return version.title(outcome.criterion(), language);
    }

    /** Why the criterion came to its status: each different reason once. */
    public String reason(Outcome outcome) {
        return outcome.findings().stream()
                .map(finding -> sentence(finding, ""))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    public String text(Warning warning) {
        String criterion = warning.criterion();
        Map<String, String> slots =
                criterion == null ? new LinkedHashMap<>() : new LinkedHashMap<>(version.slots(criterion, language));
        warning.arguments().forEach((slot, value) -> slots.put(slot, words.shown(value)));
        return words.say(warning.code(), slots);
    }

    /** What would answer the criteria that are still open, the most urgent first; what serves several is said once. */
    public List<ToDo> toDo(Decision decision) {
        Map<ToDo, List<String>> criteria = new LinkedHashMap<>();
        for (Decision.Answer answer : decision.criteria()) {
            Outcome outcome = answer.outcome();
            if (outcome.status() == Status.UNKNOWN || outcome.status() == Status.PROVISIONAL) {
                outcome.findings().stream()
                        .map(this::toDo)
                        .distinct()
                        .forEach(todo -> criteria.computeIfAbsent(todo, t -> new ArrayList<>())
                                .add(outcome.criterion().id()));
            }
        }
        return criteria.entrySet().stream()
                .map(e -> new ToDo(
                        List.copyOf(e.getValue()),
                        e.getKey().what(),
                        e.getKey().notBefore(),
                        e.getKey().notAfter(),
                        e.getKey().plain()))
                .toList();
    }

    /** The findings that leave open what something to do would answer. */
    public List<Finding> behind(ToDo todo, Decision decision) {
        return decision.criteria().stream()
                .map(Decision.Answer::outcome)
                .filter(outcome -> todo.criteria().contains(outcome.criterion().id()))
                .filter(outcome -> outcome.status() == Status.UNKNOWN || outcome.status() == Status.PROVISIONAL)
                .flatMap(outcome -> outcome.findings().stream())
                .filter(finding -> toDo(finding).what().equals(todo.what()))
                .toList();
    }

    private ToDo toDo(Finding finding) {
        Finding.Due due = finding.due();
        return new ToDo(
                List.of(),
                sentence(finding, TO_DO),
                due == null ? null : moment(due.notBefore()),
                due == null ? null : moment(due.notAfter()),
                isPlain(finding));
    }

    /** Whether all that fills the sentence are words of the protocol, such as the name of a test. */
    private boolean isPlain(Finding finding) {
        String sentence = version.texts().find(TO_DO + finding.reason(), language);
        return sentence != null
                && Texts.slots(sentence).stream()
                        .map(slot -> slot.equals(DAYS)
                                ? finding.window()
                                : finding.arguments().get(slot))
                        .allMatch(value -> value == null || value instanceof Enum<?>);
    }

    private static @Nullable String moment(@Nullable Object moment) {
        return moment == null ? null : moment.toString();
    }

    private String sentence(Finding finding, String prefix) {
        Map<String, String> slots = new LinkedHashMap<>(version.slots(finding.criterion(), language));
        finding.arguments().forEach((slot, value) -> slots.put(slot, words.shown(value)));
        if (finding.window() != null) {
            slots.put(DAYS, words.shown(finding.window()));
        }
        return words.say(prefix + finding.reason(), slots);
    }
}
