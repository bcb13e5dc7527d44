package org.protocolgate.study;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A plain reading of what the protocol says of sentinels, of places in a cohort and of what is counted, over the facts as the
 * service lists them. It shares no code with what it is held against.
 *
 * @param people in the order in which they were enrolled
 */
record Recount(List<Person> people, LocalDate today) {

    private static final int OBSERVATION = 14;
    private static final int WINDOW = 28;

    /** @param answers the current facts of the kinds dltAssessment and safetyReview, in the order of recording */
    record Person(
            String code,
            BigDecimal level,
            String phase,
            String cohort,
            @Nullable String started,
            @Nullable String completed,
            List<Map<String, Object>> reviews,
            List<Map<String, Object>> answers,
            boolean authorised,
            List<String> authorisedLevels) {

        static Person of(String code, List<FactView> facts, List<AuthorisationView> authorisations) {
            List<FactView> current = facts.stream()
                    .filter(fact -> fact.state() == FactView.State.CURRENT)
                    .toList();
            Map<String, Object> dose = all(current, "doseAssignment").stream()
                    .reduce((a, b) -> on(b).compareTo(on(a)) < 0 ? a : b)
                    .orElseThrow();
            List<AuthorisationView> open = authorisations.stream()
                    .filter(one -> one.state() == AuthorisationView.State.OPEN)
                    .toList();
            return new Person(
                    code,
                    new BigDecimal((String) dose.get("level")),
                    (String) dose.get("phase"),
                    (String) dose.get("cohort"),
                    last(current, "INFUSION_STARTED"),
                    last(current, "INFUSION_COMPLETED", "INFUSION_STOPPED"),
                    all(current, "safetyReview"),
                    all(current, "dltAssessment"),
                    !open.isEmpty(),
                    open.stream().map(AuthorisationView::level).toList());
        }

        private static List<Map<String, Object>> all(List<FactView> facts, String type) {
            return facts.stream()
                    .filter(fact -> fact.type().equals(type))
                    .map(FactView::fact)
                    .toList();
        }

        private static @Nullable String last(List<FactView> facts, String... kinds) {
            return all(facts, "milestone").stream()
                    .filter(fact -> List.of(kinds).contains((String) fact.get("kind")))
                    .map(Recount::on)
                    .reduce((a, b) -> b)
                    .orElse(null);
        }

        /** Whether an infusion is recorded, of whatever day. */
        boolean isRecorded() {
            return started != null || completed != null;
        }

        /** Whether a day that matters to others is known to the month only. */
        boolean isVague() {
            return isVague(started) || isVague(completed);
        }

        private static boolean isVague(@Nullable String on) {
            return on != null && on.length() < 10;
        }

        boolean isInfusedBy(LocalDate today) {
            return infused(today) != null;
        }

        /** The day of the infusion: of its end, else of its beginning; null where it has not happened by today. */
        @Nullable
        LocalDate infused(LocalDate today) {
            LocalDate end = completed(today);
            return end == null ? happened(started, today) : end;
        }

        @Nullable
        LocalDate completed(LocalDate today) {
            return happened(completed, today);
        }

        private static @Nullable LocalDate happened(@Nullable String on, LocalDate today) {
            return on == null || day(on).isAfter(today) ? null : day(on);
        }
    }

    List<Person> ofLevel(String level) {
        BigDecimal wanted = new BigDecimal(level);
        return people.stream()
                .filter(person -> person.level().compareTo(wanted) == 0)
                .toList();
    }

    private List<Person> surelyOfLevel(String level) {
        return ofLevel(level).stream().filter(person -> !person.isVague()).toList();
    }

    List<String> vague() {
        return people.stream().filter(Person::isVague).map(Person::code).toList();
    }

    /** Whose infusion at the level was completed first; who completed at the same moment ranks by enrolment. */
    @Nullable
    Person sentinel(String level) {
        return surelyOfLevel(level).stream()
                .filter(person -> person.completed(today) != null)
                .min(Comparator.comparing(person -> moment(Objects.requireNonNull(person.completed()))))
                .orElse(null);
    }

    /** Whether a review after the sentinel's observation is its latest, and says that there is no risk. */
    boolean isCleared(String level) {
        Person sentinel = sentinel(level);
        if (sentinel == null) {
            return false;
        }
        LocalDate over = Objects.requireNonNull(sentinel.completed(today)).plusDays(OBSERVATION);
        Map<String, Object> latest = sentinel.reviews().stream()
                .filter(review -> !day(on(review)).isAfter(today))
                .reduce((a, b) -> on(b).compareTo(on(a)) < 0 ? a : b)
                .orElse(Map.of());
        return Boolean.FALSE.equals(latest.get("significantRisk"))
                && !day(on(latest)).isBefore(over);
    }

    /** How many others of the same place in the expansion are infused or may be by an open authorisation. */
    long othersInCohort(Person one) {
        return surelyOfLevel(one.level().toString()).stream()
                .filter(other -> !other.code().equals(one.code()))
                .filter(other ->
                        other.cohort().equals(one.cohort()) && other.phase().equals(one.phase()))
                .filter(other -> other.authorised() || other.isInfusedBy(today))
                .count();
    }

    List<Person> authorised(String level) {
        return ofLevel(level).stream().filter(Person::authorised).toList();
    }

    boolean isAnotherInfused(Person one, String level) {
        return surelyOfLevel(level).stream()
                .anyMatch(other -> !other.code().equals(one.code()) && other.isInfusedBy(today));
    }

    /** Treated, evaluable, toxicities, and who is inside the window or past it without an answer: "3 2 1 [CT-3 2026-04-07] []". */
    String counts(String level) {
        List<Person> treated = surelyOfLevel(level).stream()
                .filter(person -> person.isInfusedBy(today))
                .toList();
        List<Person> observed = treated.stream()
                .filter(person -> !person.phase().equals("EXPANSION"))
                .toList();
        List<Person> evaluable = observed.stream().filter(this::isEvaluable).toList();
        Predicate<Person> waits = person -> !evaluable.contains(person);
        List<Person> waiting = observed.stream().filter(waits).toList();
        return treated.size() + " " + evaluable.size() + " "
                + evaluable.stream().filter(this::hadToxicity).count() + " "
                + until(waiting, person -> !today.isAfter(end(person))) + " "
                + until(waiting, person -> today.isAfter(end(person)));
    }

    private boolean isEvaluable(Person person) {
        LocalDate infused = Objects.requireNonNull(person.infused(today));
        return hadToxicity(person)
                || person.answers().stream()
                        .filter(answer -> !day(on(answer)).isAfter(today)
                                && !day(on(answer)).isBefore(infused))
                        .anyMatch(answer -> answer.get("earlyCompletion") != null
                                || answer.get("dlt") != null && !day(on(answer)).isBefore(end(person)));
    }

    private boolean hadToxicity(Person person) {
        LocalDate infused = Objects.requireNonNull(person.infused(today));
        return person.answers().stream()
                .filter(answer -> !day(on(answer)).isAfter(today))
                .anyMatch(answer -> Boolean.TRUE.equals(answer.get("dlt"))
                        && !day(on(answer)).isBefore(infused));
    }

    private LocalDate end(Person person) {
        return Objects.requireNonNull(person.infused(today)).plusDays(WINDOW);
    }

    private List<String> until(List<Person> waiting, Predicate<Person> which) {
        List<String> until = new ArrayList<>();
        waiting.stream().filter(which).forEach(person -> until.add(person.code() + " " + end(person)));
        return until;
    }

    private static String on(Map<String, Object> fact) {
        return (String) fact.get("on");
    }

    private static LocalDate day(String on) {
        return LocalDate.parse(on.substring(0, 10));
    }

    private static LocalDateTime moment(String on) {
        return on.contains("T") ? LocalDateTime.parse(on) : day(on).atTime(LocalTime.MAX);
    }
}
