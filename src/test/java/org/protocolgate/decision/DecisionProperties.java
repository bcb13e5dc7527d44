package org.protocolgate.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.protocolgate.evaluation.Evaluator;
import org.protocolgate.evaluation.Inquiry;
import org.protocolgate.evaluation.Status;
import org.protocolgate.intake.Request;
import org.protocolgate.participant.Dated;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Milestone;
import org.protocolgate.protocol.Anchor;
import org.protocolgate.protocol.Gate;
import org.protocolgate.rulebook.Questions;

/** What holds for every question, each tried on generated ones. */
class DecisionProperties {

    @Property
    void everyCriterionOfTheGateHasExactlyOneStatus(@ForAll long seed) {
        Decision decision = Questions.decide(RandomQuestions.of(seed));
        assertThat(decision.evaluation().fault()).isNull();
        assertThat(decision.criteria())
                .extracting(a -> a.outcome().criterion())
                .containsExactlyInAnyOrderElementsOf(
                        decision.version().askedAt(decision.question().gate()));
        assertThat(decision.criteria())
                .flatExtracting(a -> a.outcome().findings())
                .extracting("reason")
                .doesNotContain("rules.silent");
        assertThat(decision.verdict())
                .isEqualTo(Verdict.of(decision.evaluation().worst()));
    }

    @Property
    void equalQuestionsHaveEqualAnswers(@ForAll long seed) {
        ObjectNode question = RandomQuestions.of(seed);
        assertThat(told(Questions.decide(question.deepCopy()))).isEqualTo(told(Questions.decide(question)));
    }

    /**
     * Criteria.md lets two doubts weigh: of EXC-20 an event that perhaps lies in its window is enough for a judgement that
     * excludes to count, and of INC-01 only a consent surely signed after a withdrawal ends it. Both turn doubt into NOT_MET,
     * never the other way.
     */
    private static final Set<String> DOUBT_EXCLUDES = Set.of("EXC-20", "INC-01");

    @Example
    void aVaguerStartOfWhatLiesAheadIsNoContradiction() {
        aVaguerDateNeverTurnsNotMetIntoMetOrBack(-291228);
    }

    @Property
    void aVaguerDateNeverTurnsNotMetIntoMetOrBack(@ForAll long seed) {
        Random random = new Random(seed);
        ObjectNode question = RandomQuestions.of(seed);
        Map<String, Status> before = statuses(Questions.decide(question));
        ObjectNode fact = (ObjectNode)
                question.get("facts").get(random.nextInt(question.get("facts").size()));
        List<String> dates = new ArrayList<>();
        fact.fieldNames().forEachRemaining(key -> {
            if (RandomQuestions.DATES.contains(key)) {
                dates.add(key);
            }
        });
        if (dates.isEmpty()) {
            return;
        }
        String key = dates.get(random.nextInt(dates.size()));
        boolean liesAhead = key.equals("start") && beginsLater(fact, question);
        fact.put(key, RandomQuestions.vaguer(fact.get(key).asText()));
        Map<String, Status> after = statuses(Questions.decide(question));
        before.forEach((id, status) -> {
            Status vaguer = after.get(id);
            if (status == Status.NOT_MET) {
                assertThat(vaguer)
                        .as(id + " with a vaguer " + key + " in " + fact)
                        .isNotEqualTo(Status.MET);
            } else if (status == Status.MET && !DOUBT_EXCLUDES.contains(id) && !liesAhead) {
                assertThat(vaguer)
                        .as(id + " with a vaguer " + key + " in " + fact)
                        .isNotEqualTo(Status.NOT_MET);
            }
        });
    }

    /** What goes on has begun by today unless its start is surely later: a vaguer start then says that it has begun. */
    private static boolean beginsLater(ObjectNode fact, ObjectNode question) {
        return fact.path("ongoing").asBoolean()
                && fact.get("start").asText().compareTo(question.get("asOf").asText()) > 0;
    }

    @Property
    void aFactLeftOutLetsProceedOnlyIfItWasEvidenceAgainst(@ForAll long seed) {
        ObjectNode question = RandomQuestions.of(seed);
        Decision before = Questions.decide(question);
        if (before.verdict() == Verdict.PROCEED) {
            return;
        }
        Set<String> against = before.criteria().stream()
                .map(Decision.Answer::outcome)
                .filter(o -> o.status() == Status.NOT_MET || o.status() == Status.UNKNOWN)
                .flatMap(o -> o.findings().stream())
                .flatMap(finding -> finding.evidence().stream())
                .map(Fact::ref)
                .collect(Collectors.toSet());
        List<Fact> facts = Questions.read(question).dossier().facts();
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            if (against.contains(fact.ref())) {
                continue;
            }
            ObjectNode without = question.deepCopy();
            ((ArrayNode) without.get("facts")).remove(i);
            assertThat(Questions.decide(without).verdict())
                    .as("without " + question.get("facts").get(i))
                    .isNotEqualTo(Verdict.PROCEED);
        }
    }

    /** Records of one moment rank by when they were recorded, and of a step the last recorded counts: these stay in order. */
    @Property
    void theOrderOfFactsOfDifferentDatesIsIrrelevant(@ForAll long seed) {
        ObjectNode question = RandomQuestions.of(seed);
        List<Fact> facts = Questions.read(question).dossier().facts();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        Map<Object, List<Integer>> tied = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        order.forEach(i -> tied.computeIfAbsent(moment(facts.get(i)), m -> new ArrayList<>())
                .add(i));
        tied.values().forEach(Collections::sort);
        ArrayNode shuffled = question.arrayNode();
        order.forEach(i -> shuffled.add(
                question.get("facts").get(tied.get(moment(facts.get(i))).remove(0))));
        ObjectNode other = question.deepCopy();
        other.set("facts", shuffled);
        assertThat(answers(Questions.decide(other))).isEqualTo(answers(Questions.decide(question)));
    }

    private static Object moment(Fact fact) {
        if (fact instanceof Milestone) {
            return "a step";
        }
        return fact instanceof Dated dated ? dated.on().lastMoment() : "a period";
    }

    @Property
    void clearingDatesAreThoseOfAskingEveryDay(@ForAll long seed) {
        ObjectNode question = RandomQuestions.of(seed);
        Decision decision = Questions.decide(question);
        Inquiry inquiry = open(question);
        for (Decision.Answer answer : decision.criteria()) {
            Anchor anchor = answer.outcome().status() == Status.NOT_MET
                    ? inquiry.clears(answer.outcome().criterion())
                    : null;
            LocalDate present = anchor == null ? null : inquiry.day(anchor);
            if (anchor != null && present != null) {
                LocalDate clears =
                        answer.clears() == null ? null : answer.clears().on();
                assertThat(clears)
                        .as(answer.outcome().criterion().id())
                        .isEqualTo(everyDay(
                                present,
                                horizon(clears, present, Deciding.CLEARING_HORIZON),
                                day -> inquiry.evaluateWith(answer.outcome().criterion(), anchor, day)
                                                .worst()
                                        != Status.NOT_MET));
            } else {
                assertThat(answer.clears()).isNull();
            }
        }
    }

    @Property
    void theEarliestDayIsThatOfAskingEveryDay(@ForAll long seed) {
        ObjectNode question = RandomQuestions.of(seed);
        Decision decision = Questions.decide(question);
        boolean timeHelps = decision.verdict() == Verdict.HOLD
                && decision.question().gate() != Gate.FOLLOW_UP
                && decision.criteria().stream()
                        .filter(a -> a.outcome().status() == Status.NOT_MET)
                        .allMatch(a -> a.clears() != null);
        LocalDate on = decision.question().day();
        Inquiry inquiry = open(question);
        assertThat(decision.earliest())
                .isEqualTo(
                        timeHelps
                                ? everyDay(
                                        on,
                                        horizon(decision.earliest(), on, Deciding.EARLIEST_HORIZON),
                                        day -> inquiry.evaluateOn(day).worst() != Status.NOT_MET)
                                : null);
    }

    /** Where nothing was found, the ordinary run asks the days of the first year, the long one all of them. */
    private static int horizon(@Nullable LocalDate found, LocalDate from, int whole) {
        return found != null || Boolean.getBoolean("protocolgate.long") ? whole : 366;
    }

    private static @Nullable LocalDate everyDay(
            LocalDate from, int days, java.util.function.Predicate<LocalDate> clear) {
        for (int i = 1; i <= days; i++) {
            if (clear.test(from.plusDays(i))) {
                return from.plusDays(i);
            }
        }
        return null;
    }

    private static Inquiry open(ObjectNode question) {
        Request request = Questions.read(question);
        LocalDateTime asOf = request.asOf().time();
        return Evaluator.open(
                request.dossier(),
                request.cohort(),
                new org.protocolgate.evaluation.Question(request.gate(), request.on(), asOf),
                request.version());
    }

    private static Map<String, Status> statuses(Decision decision) {
        Map<String, Status> statuses = new TreeMap<>();
        decision.criteria()
                .forEach(a ->
                        statuses.put(a.outcome().criterion().id(), a.outcome().status()));
        return statuses;
    }

    /** All that a reader is told of a decision, and the rules that fired for it. */
    private static List<String> told(Decision decision) {
        Wording wording = new Wording(decision.version(), Locale.ENGLISH);
        List<String> told = new ArrayList<>(List.of(decision.verdict() + " " + decision.earliest()));
        decision.criteria()
                .forEach(a -> told.add(a.outcome().criterion().id() + " "
                        + a.outcome().status() + " " + a.clears() + " " + wording.reason(a.outcome())));
        decision.warnings().forEach(warning -> told.add(wording.text(warning)));
        wording.toDo(decision).forEach(todo -> told.add(todo.toString()));
        decision.evaluation().fired().forEach(firing -> told.add(firing.toString()));
        return told;
    }

    private static Map<String, String> answers(Decision decision) {
        Map<String, String> answers = new TreeMap<>();
        decision.criteria()
                .forEach(a ->
                        answers.put(a.outcome().criterion().id(), a.outcome().status() + " " + a.clears()));
        answers.put("earliest", String.valueOf(decision.earliest()));
        return answers;
    }
}
