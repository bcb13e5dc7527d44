package org.protocolgate.cds;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.protocolgate.decision.Decision;
import org.protocolgate.decision.Verdict;
import org.protocolgate.decision.Wording;
import org.protocolgate.evaluation.Question;
import org.protocolgate.evaluation.Status;
import org.protocolgate.participant.Fact;
import org.protocolgate.study.DrugEffect;
import org.protocolgate.study.DrugWords;

/** Tells answers as cards, in one language. */
final class Telling {

    private static final int MOST_LINES = 12;

    private final CdsTexts texts;

    Telling(CdsTexts texts) {
        this.texts = texts;
    }

    /** The answer at a gate. */
    Told answer(String participant, Merged answer) {
        Wording wording = new Wording(answer.recorded().version(), texts.language());
        Question question = answer.recorded().question();
        Map<String, String> slots = slots(participant, answer, wording);
        List<String> lines = new ArrayList<>();
        lines.add(texts.say("asked", escaped(slots)));
        lines.add("");
        if (answer.isFailed()) {
            lines.add(texts.say("failed"));
        } else {
            criteria(answer.open(), wording, lines);
        }
        LocalDate earliest = answer.earliest();
        if (earliest != null) {
            lines.add("");
            lines.add(texts.say("earliest", Map.of("earliest", earliest.toString())));
        }
        List<String> warnings = answer.warnings().stream()
                .map(warning -> "- " + Markdown.escaped(wording.text(warning)))
                .distinct()
                .limit(MOST_LINES)
                .toList();
        if (!warnings.isEmpty()) {
            lines.add("");
            lines.add(texts.say("warnings"));
            lines.addAll(warnings);
        }
        return new Told(summary(slots, answer), lines, indicator(answer.verdict()), question, answer.verdict());
    }

    private static Map<String, String> slots(String participant, Merged answer, Wording wording) {
        Question question = answer.recorded().question();
        Map<String, String> slots = new HashMap<>();
        slots.put("participant", participant);
        slots.put("verdict", wording.word(answer.verdict()));
        slots.put("gate", wording.word(question.gate()));
        slots.put("on", question.on().toString().replace('T', ' '));
        slots.put(
                "asOf",
                question.asOf().truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' '));
        slots.put("version", answer.recorded().version().version());
        return slots;
    }

    private static Map<String, String> escaped(Map<String, String> slots) {
        return slots.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, slot -> Markdown.escaped(slot.getValue())));
    }

    private String summary(Map<String, String> slots, Merged answer) {
        String summary = texts.say("summary", slots);
        LocalDate earliest = answer.earliest();
        if (earliest != null) {
            summary = texts.say("summary.earliest", Map.of("summary", summary, "earliest", earliest.toString()));
        }
        String criteria = answer.open().stream()
                .filter(one -> one.outcome().status() == worst(answer))
                .map(one -> one.outcome().criterion().id())
                .collect(Collectors.joining(", "));
        return criteria.isEmpty()
                ? summary
                : texts.say("summary.criteria", Map.of("summary", summary, "criteria", criteria));
    }

    private static @Nullable Status worst(Merged answer) {
        return answer.open().isEmpty() ? null : answer.open().get(0).outcome().status();
    }

    /** What is on hold must be seen, what is not known should be. */
    private static Card.Indicator indicator(Verdict verdict) {
        return switch (verdict) {
            case HOLD -> Card.Indicator.CRITICAL;
            case INCOMPLETE -> Card.Indicator.WARNING;
            case PROVISIONAL, PROCEED -> Card.Indicator.INFO;
        };
    }

    private void criteria(List<Decision.Answer> answers, Wording wording, List<String> lines) {
        for (Decision.Answer answer : answers.subList(0, Math.min(MOST_LINES, answers.size()))) {
            String line = texts.say(
                    "criterion",
                    Map.of(
                            "id",
                            answer.outcome().criterion().id(),
                            "status",
                            Markdown.escaped(wording.word(answer.outcome().status())),
                            "reason",
                            Markdown.escaped(wording.reason(answer.outcome()))));
            lines.add(
                    answer.clears() == null
                            ? line
                            : texts.say(
                                    "criterion.clears",
                                    Map.of(
                                            "line",
                                            line,
                                            "clears",
                                            answer.clears().on().toString())));
        }
        more(answers.size(), lines);
    }

    private void more(int all, List<String> lines) {
        if (all > MOST_LINES) {
            lines.add(texts.say("more", Map.of("count", Integer.toString(all - MOST_LINES))));
        }
    }

    /** What ordered drugs would change. */
    Told drugs(String participant, DrugEffect effect) {
        Wording wording = new Wording(effect.after().version(), texts.language());
        String says = DrugWords.of(effect, texts.language());
        List<String> lines = new ArrayList<>();
        lines.add(texts.say("drugs", Map.of("drugs", Markdown.escaped(effect.words(wording)))));
        lines.add("");
        lines.add(Markdown.escaped(says));
        lines.add("");
        criteria(effect.touched().stream().map(DrugEffect.Touched::after).toList(), wording, lines);
        lines.add("");
        lines.add(texts.say(
                "drugs.earliest",
                Map.of("after", verdict(effect.after(), wording), "before", verdict(effect.before(), wording))));
        String summary = DrugWords.shortly(effect, participant, texts.language());
        Card.Indicator indicator = switch (effect.kind()) {
            case FORBIDDEN -> Card.Indicator.CRITICAL;
            case UNKNOWN -> Card.Indicator.WARNING;
            case CHANGES, NONE -> Card.Indicator.INFO;
        };
        return new Told(
                summary,
                lines,
                indicator,
                effect.after().question(),
                effect.after().verdict());
    }

    private static String verdict(Decision decision, Wording wording) {
        String word = wording.word(decision.verdict());
        return Markdown.escaped(decision.earliest() == null ? word : word + ", " + decision.earliest());
    }

    /** Nothing was asked. */
    Told nothing(String key, String participant, Card.Indicator indicator) {
        String summary = texts.say(key, Map.of("participant", participant));
        return new Told(summary, List.of(Markdown.escaped(summary)), indicator, null, null);
    }

    /** What came along counted for the question, and what could not. */
    List<String> along(List<Fact> counted, List<Doubt> doubts, Wording wording) {
        List<String> lines = new ArrayList<>();
        if (!counted.isEmpty()) {
            lines.add("");
            lines.add(texts.say("counted"));
            counted.stream().limit(MOST_LINES).forEach(fact -> lines.add("- " + Markdown.escaped(wording.fact(fact))));
            more(counted.size(), lines);
        }
        if (!doubts.isEmpty()) {
            lines.add("");
            lines.add(texts.say("doubts"));
            doubts.stream()
                    .limit(MOST_LINES)
                    .forEach(doubt -> lines.add(texts.say(
                            "doubt",
                            Map.of("place", Markdown.escaped(doubt.place()), "text", Markdown.escaped(doubt.text())))));
            more(doubts.size(), lines);
        }
        return lines;
    }
}
