package org.protocolgate.screen;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.protocolgate.alert.AlertBook;
import org.protocolgate.alert.AlertView;
import org.protocolgate.alert.Cause;
import org.protocolgate.alert.Severity;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.study.Overview;

/** The participants by what stands before them, the most urgent first; all of it from what is kept. */
@Singleton
public final class TodayScreen {

    private static final int ROWS = 50;

    private static final int TO_DOS = 4;

    private final Overview overview;
    private final AlertBook alerts;
    private final StoredAnswers answers;

    TodayScreen(Overview overview, AlertBook alerts, StoredAnswers answers) {
        this.overview = overview;
        this.alerts = alerts;
        this.answers = answers;
    }

    /**
     * A page of participants.
     *
     * @param number of the page, from 1
     * @param pages how many there are
     * @param participants how many take part in all
     */
    public record Page(List<Row> rows, int number, int pages, int participants, AlertList alerts) {

        /** The page in HTML. */
        public String in(Frame frame) {
            return Screens.page("today", frame, this);
        }
    }

    /**
     * A participant.
     *
     * @param worst the severity of its most urgent alert, or null
     * @param changed whether the answer is older than what is recorded
     * @param overturned whether what was answered is known to hold no longer
     * @param blocks what stands in the way
     * @param collect what has to be supplied, and by when: as answered, or by the alerts where the answer is out of date
     * @param more how much more has to be
     */
    record Row(
            String participant,
            @Nullable String level,
            Overview.@Nullable Last last,
            boolean changed,
            boolean overturned,
            @Nullable Severity worst,
            List<AlertView> blocks,
            List<Wanted> collect,
            int more) {}

    /** Something to supply. */
    record Wanted(
            String what, @Nullable String from, @Nullable String until) {

        /** Whether there is one day or moment for it. */
        public boolean isOnly() {
            return from != null && from.equals(until);
        }

        static Wanted of(DecisionView.ToDoView todo) {
            return new Wanted(todo.what(), shown(todo.notBefore()), shown(todo.notAfter()));
        }

        static Wanted of(AlertView alert) {
            LocalDate due = alert.due();
            return new Wanted(alert.text(), null, due == null ? null : due.toString());
        }

        private static @Nullable String shown(@Nullable String moment) {
            return moment == null ? null : moment.replace('T', ' ');
        }
    }

    private record Ranked(Overview.Line line, AlertBook.@Nullable Urgency urgency) {

        /** The higher the more urgent. */
        int severity() {
            return urgency == null ? -1 : urgency.worst().ordinal();
        }

        /** The day of what comes next, where it is not over. */
        String day() {
            Overview.Last last = line.last();
            return last == null || last.past() ? LocalDate.MAX.toString() : last.on();
        }

        LocalDate due() {
            LocalDate due = urgency == null ? null : urgency.due();
            return due == null ? LocalDate.MAX : due;
        }
    }

    private static final Comparator<Ranked> MOST_URGENT = Comparator.comparing(
                    Ranked::severity, Comparator.reverseOrder())
            .thenComparing(Ranked::day)
            .thenComparing(Ranked::due)
            .thenComparing(ranked -> ranked.line().participant());

    /** The page of a number, or the last one where there are fewer. */
    public Page page(int number, Locale language) {
        Map<String, AlertBook.Urgency> urgencies = alerts.urgencies();
        List<Ranked> all = overview.all().stream()
                .map(line -> new Ranked(line, urgencies.get(line.participant())))
                .sorted(MOST_URGENT)
                .toList();
        int pages = Math.max(1, (all.size() + ROWS - 1) / ROWS);
        int shown = Math.max(1, Math.min(number, pages));
        List<Ranked> some = all.subList((shown - 1) * ROWS, Math.min(shown * ROWS, all.size()));
        List<String> codes =
                some.stream().map(ranked -> ranked.line().participant()).toList();
        Map<String, List<AlertView>> open = alerts.openOf(codes, language).stream()
                .filter(alert -> alert.participant() != null)
                .collect(Collectors.groupingBy(alert -> String.valueOf(alert.participant())));
        return new Page(
                some.stream()
                        .map(one -> row(one, open.getOrDefault(one.line().participant(), List.of()), language))
                        .toList(),
                shown,
                pages,
                all.size(),
                AlertList.pressing(alerts, language));
    }

    private Row row(Ranked ranked, List<AlertView> open, Locale language) {
        Overview.Line line = ranked.line();
        List<Wanted> wanted = wanted(line, open, language);
        AlertBook.Urgency urgency = ranked.urgency();
        return new Row(
                line.participant(),
                line.level(),
                line.last(),
                line.changed(),
                open.stream().anyMatch(alert -> alert.cause() == Cause.OVERTURNED),
                urgency == null ? null : urgency.worst(),
                open.stream().filter(alert -> !isToCollect(alert)).toList(),
                wanted.stream().limit(TO_DOS).toList(),
                Math.max(0, wanted.size() - TO_DOS));
    }

    private List<Wanted> wanted(Overview.Line line, List<AlertView> open, Locale language) {
        Overview.Last last = line.last();
        if (last == null || last.past() || line.changed()) {
            return open.stream()
                    .filter(TodayScreen::isToCollect)
                    .map(Wanted::of)
                    .toList();
        }
        return answers.read(last.decision(), language).toDo().stream()
                .map(Wanted::of)
                .toList();
    }

    private static boolean isToCollect(AlertView alert) {
        return alert.cause() == Cause.DUE || alert.cause() == Cause.OPEN_CRITERIA;
    }
}
