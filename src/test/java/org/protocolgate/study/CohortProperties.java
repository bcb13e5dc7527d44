package org.protocolgate.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import net.jqwik.api.statistics.Statistics;
import org.protocolgate.audit.StoredVerification;
import org.protocolgate.audit.Verified;
import org.protocolgate.testing.Database;

/** What holds of a cohort in whatever order things happen to its members. */
class CohortProperties {

    private static final int MOST_OTHERS = 8;
    private static final int REPLAYED = 8;
    private static final String STUDY = "NCT07339332";
    private static final ZoneId SITE = ZoneId.of("Asia/Shanghai");

    private static Study study;

    @BeforeContainer
    static void open() {
        study = new Study(Database.H2, Map.of());
    }

    @AfterContainer
    static void close() {
        study.close();
    }

    @Property(tries = 30)
    void holdsInAnyOrder(@ForAll("orders") ActionChain<Clinic> order) {
        check(order);
    }

    @Property(tries = 60)
    @Tag("long")
    void holdsInManyOrders(@ForAll("orders") ActionChain<Clinic> order) {
        check(order);
    }

    private static void check(ActionChain<Clinic> order) {
        Clinic clinic =
                order.withInvariant("the cohort", CohortProperties::holds).run();
        Verified verified = study.get(StoredVerification.class).verify(null);
        assertThat(verified.faults()).as(clinic.story()).isEmpty();
        List<JsonNode> made = clinic.desk().made();
        for (int i = 0; i < made.size(); i += Math.max(1, made.size() / REPLAYED)) {
            ReplayView replay = study.replay(made.get(i));
            assertThat(replay.equal()).as(made.get(i) + clinic.story() + replay).isTrue();
        }
        List<String> endings = study.column("select body from authorisation_end");
        for (Ending.How how : Ending.How.values()) {
            Statistics.label(how.name()).collect(endings.stream().anyMatch(end -> end.contains(how.name())));
        }
        Statistics.label("a tenth was refused").collect(clinic.story().contains("DOSE-03"));
        Statistics.label("two were open in a level").collect(clinic.mostOpen() > 1);
    }

    private static void holds(Clinic clinic) {
        whatIsReadOnceIsWhatIsThere(clinic);
        Recount recount = clinic.recount();
        for (LevelView level : study.get(LevelBook.class).list(Locale.ENGLISH)) {
            countsAreThoseOfThe(recount, level, clinic);
            theSentinelGoesFirst(recount, level.level(), clinic);
        }
        for (Recount.Person person : recount.people()) {
            if (person.authorised()) {
                mayBeInfused(person, recount, clinic);
            }
        }
    }

    /** Nothing that is written escapes whoever reads again only after something was written. */
    private static void whatIsReadOnceIsWhatIsThere(Clinic clinic) {
        CohortRecords cohorts = study.get(CohortRecords.class);
        Seen readOnce = study.transact(() -> cohorts.unlessWritten(STUDY, SITE).all());
        Seen now = study.transact(() -> cohorts.now(STUDY, SITE).all());
        assertThat(readOnce).as(clinic.story()).isEqualTo(now);
    }

    private static void countsAreThoseOfThe(Recount recount, LevelView level, Clinic clinic) {
        String story = level.level() + clinic.story();
        LevelView.NumbersView numbers = level.numbers();
        assertThat(numbers.treated() + " " + numbers.evaluable() + " " + numbers.dlts() + " "
                        + until(numbers.inWindow()) + " " + until(numbers.overdue()))
                .as(story)
                .isEqualTo(recount.counts(level.level()));
        assertThat(level.uncertain()).as(story).isEqualTo(recount.vague());
        assertThat(level.members()).as(story).hasSameSizeAs(recount.ofLevel(level.level()));
        if (recount.vague().isEmpty()) {
            Recount.Person sentinel = recount.sentinel(level.level());
            LevelView.SentinelView shown = level.sentinel();
            assertThat(shown == null ? null : shown.participant())
                    .as(story)
                    .isEqualTo(sentinel == null ? null : sentinel.code());
            assertThat(shown != null && shown.cleared()).as(story).isEqualTo(recount.isCleared(level.level()));
        }
    }

    private static List<String> until(List<LevelView.WaitingView> waiting) {
        return waiting.stream()
                .map(one -> one.participant() + " " + one.until())
                .toList();
    }

    private static void theSentinelGoesFirst(Recount recount, String level, Clinic clinic) {
        if (recount.isCleared(level)) {
            return;
        }
        List<Recount.Person> authorised = recount.authorised(level);
        assertThat(authorised).as("at most one, " + level + clinic.story()).hasSizeLessThanOrEqualTo(1);
        for (Recount.Person person : authorised) {
            assertThat(recount.isAnotherInfused(person, level))
                    .as("another is infused before " + person.code() + clinic.story())
                    .isFalse();
        }
    }

    private static void mayBeInfused(Recount.Person person, Recount recount, Clinic clinic) {
        String story = person.code() + clinic.story();
        assertThat(person.authorisedLevels()).as(story).hasSize(1);
        assertThat(new BigDecimal(person.authorisedLevels().get(0))).as(story).isEqualByComparingTo(person.level());
        assertThat(recount.vague()).as(story).isEmpty();
        if (person.phase().equals("EXPANSION")) {
            assertThat(recount.othersInCohort(person)).as(story).isLessThanOrEqualTo(MOST_OTHERS);
        }
        try {
            assertThat(clinic.desk().ask(person.code()).get("verdict").asText())
                    .as(story)
                    .isEqualTo("PROCEED");
        } catch (Exception e) {
            throw new AssertionError(story, e);
        }
    }

    @Provide
    Arbitrary<ActionChain<Clinic>> orders() {
        Arbitrary<Integer> who = Arbitraries.integers().between(0, 19);
        Arbitrary<String> levels = Arbitraries.of("3.0e8", "3.0e8", "4.5e8");
        return ActionChain.<Clinic>startWith(() -> new Clinic(study.emptied()))
                .withMaxTransformations(25)
                .withAction(100, first(Arbitraries.of(0, 0, 1, 8, 8, 9).map(n -> act("begin", c -> c.begin(n)))))
                .withAction(
                        8,
                        any(Combinators.combine(
                                        levels,
                                        Arbitraries.of("ESCALATION", "EXPANSION"),
                                        Arbitraries.of("A", "A", "B"))
                                .as((level, phase, name) -> act("enrol", c -> c.enrol(level, phase, name)))))
                .withAction(2, before(who.map(n -> act("decide", c -> c.desk().decide(n)))))
                .withAction(
                        2, before(who.map(n -> act("authorise", c -> c.desk().authorise(n)))))
                .withAction(
                        12,
                        before(who.map(
                                n -> act("decide and authorise", c -> c.desk().decideAndAuthorise(n)))))
                .withAction(1, before(who.map(n -> act("revoke", c -> c.desk().revoke(n)))))
                .withAction(1, before(who.map(n -> act("withdraw", c -> c.withdraw(n)))))
                .withAction(
                        1,
                        before(Combinators.combine(who, levels)
                                .as((n, level) -> act("assign", c -> c.assign(n, level)))))
                .withAction(
                        4,
                        before(Combinators.combine(
                                        who,
                                        Arbitraries.of("STARTED", "COMPLETED", "COMPLETED", "STOPPED"),
                                        Arbitraries.of(true, false))
                                .as((n, kind, timed) -> act("infuse", c -> c.infuse(n, kind, timed)))))
                .withAction(
                        1,
                        after(Combinators.combine(who, Arbitraries.of(true, false))
                                .as((n, risk) -> act("review", c -> c.review(n, risk)))))
                .withAction(
                        3,
                        after(Combinators.combine(levels, Arbitraries.of(true, false, false))
                                .as((level, risk) -> act("review", c -> c.reviewSentinel(level, risk)))))
                .withAction(
                        2,
                        after(Combinators.combine(
                                        who,
                                        Arbitraries.of(
                                                "'dlt': false", "'dlt': true", "'earlyCompletion': 'NO_EXPANSION'"))
                                .as((n, answer) -> act("answer", c -> c.answer(n, answer)))))
                .withAction(
                        2,
                        after(Combinators.combine(
                                        who,
                                        Arbitraries.integers().between(-20, 5).injectNull(0.2),
                                        Arbitraries.of(false, false, false, true))
                                .as((n, days, away) -> act("correct", c -> c.correct(n, days, away)))))
                .withAction(
                        2,
                        any(Arbitraries.of(
                                        "3.0e8 ESCALATE 4.5e8",
                                        "3.0e8 OPEN 4.5e8",
                                        "3.0e8 OPEN 3.0e8",
                                        "3.0e8 STAY 3.0e8",
                                        "4.5e8 DE_ESCALATE 3.0e8",
                                        "3.0e8 CLOSE 3.0e8")
                                .map(said ->
                                        act("decide on a level", c -> c.desk().decideOnLevel(said)))))
                .withAction(3, any(Arbitraries.of(1, 13, 14, 15, 29).map(days -> act("days pass", c -> c.pass(days)))));
    }

    /** Something that may be done under a condition. */
    private record Doing(Predicate<Clinic> possible, Arbitrary<Transformer<Clinic>> transformer)
            implements Action.Independent<Clinic> {

        @Override
        public boolean precondition(Clinic clinic) {
            return possible.test(clinic);
        }
    }

    private static Doing first(Arbitrary<Transformer<Clinic>> what) {
        return new Doing(Clinic::isNew, what);
    }

    private static Doing any(Arbitrary<Transformer<Clinic>> what) {
        return new Doing(clinic -> true, what);
    }

    /** To somebody who was not infused. */
    private static Doing before(Arbitrary<Transformer<Clinic>> what) {
        return new Doing(clinic -> clinic.isAnybody(false), what);
    }

    /** To somebody who was. */
    private static Doing after(Arbitrary<Transformer<Clinic>> what) {
        return new Doing(clinic -> clinic.isAnybody(true), what);
    }

    private static Transformer<Clinic> act(String what, Consumer<Clinic> act) {
        return Transformer.mutate(what, act);
    }
}
