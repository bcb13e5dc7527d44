package org.protocolgate.screen;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.decision.Verdict;
import org.protocolgate.participant.Cohort;
import org.protocolgate.protocol.Gate;
import org.protocolgate.study.AcknowledgementBook;
import org.protocolgate.study.AcknowledgementView;
import org.protocolgate.study.LevelBook;
import org.protocolgate.study.LevelView;
import org.protocolgate.study.Overview;

/** The dose levels: who is in them, how long the sentinel is observed, where the DLT windows are, and what is advised. */
@Singleton
public final class LevelsScreen {

    private static final int DAYS_AROUND = 7;

    private final LevelBook levels;
    private final Overview overview;
    private final AcknowledgementBook acknowledgements;

    LevelsScreen(LevelBook levels, Overview overview, AcknowledgementBook acknowledgements) {
        this.levels = levels;
        this.overview = overview;
        this.acknowledgements = acknowledgements;
    }

    /**
     * The board.
     *
     * @param kinds of decisions that can be recorded
     * @param names of the levels
     */
    public record Page(List<Board> levels, List<String> kinds, List<String> names) {

        /** The page in HTML. */
        public String in(Frame frame) {
            return Screens.page("levels", frame, this);
        }
    }

    /**
     * A level.
     *
     * @param windows the observation of the sentinel and the DLT windows, or null where there are none
     */
    public record Board(
            LevelView level, List<Member> members, @Nullable Timeline windows) {}

    /**
     * Somebody in the level.
     *
     * @param permitted the stored answer that permits an infusion today, or null
     * @param held the last stored answer where it says HOLD, or null
     * @param seen who said that this was seen
     */
    public record Member(
            LevelView.MemberView member,
            Overview.@Nullable Last permitted,
            Overview.@Nullable Last held,
            List<AcknowledgementView> seen) {}

    /** The board as it is now. */
    public Page page(Locale language) {
        List<LevelView> all = levels.list(language);
        Map<String, Overview.Line> lines =
                overview.all().stream().collect(Collectors.toMap(Overview.Line::participant, Function.identity()));
        Map<UUID, List<AcknowledgementView>> seen = acknowledgements.ofDecisions(all.stream()
                .flatMap(level -> level.members().stream())
                .flatMap(member -> Stream.ofNullable(held(member, lines)))
                .map(Overview.Last::decision)
                .toList());
        return new Page(
                all.stream().map(level -> board(level, lines, seen, language)).toList(),
                Field.names(Cohort.DoseDecision.Kind.class),
                all.stream().map(LevelView::level).toList());
    }

    private static Board board(
            LevelView level,
            Map<String, Overview.Line> lines,
            Map<UUID, List<AcknowledgementView>> seen,
            Locale language) {
        return new Board(
                level,
                level.members().stream()
                        .map(member -> member(member, lines, seen, level.today()))
                        .toList(),
                windows(level, language));
    }

    private static Member member(
            LevelView.MemberView member,
            Map<String, Overview.Line> lines,
            Map<UUID, List<AcknowledgementView>> seen,
            LocalDate today) {
        Overview.Last held = held(member, lines);
        return new Member(
                member,
                permitted(member, lines, today),
                held,
                held == null ? List.of() : seen.getOrDefault(held.decision(), List.of()));
    }

    private static Overview.@Nullable Last held(LevelView.MemberView member, Map<String, Overview.Line> lines) {
        Overview.Line line = lines.get(member.participant());
        Overview.Last last = line == null ? null : line.last();
        return last == null || !last.verdict().equals(Verdict.HOLD.name()) ? null : last;
    }

    /** Only today's PROCEED, and only where nobody is infused or authorised yet: the book decides. */
    private static Overview.@Nullable Last permitted(
            LevelView.MemberView member, Map<String, Overview.Line> lines, LocalDate today) {
        Overview.Line line = lines.get(member.participant());
        Overview.Last last = line == null ? null : line.last();
        return last == null
                        || member.infusionStarted() != null
                        || member.authorisedFor() != null
                        || last.gate() != Gate.INFUSION
                        || !last.verdict().equals(Verdict.PROCEED.name())
                        || !last.on().startsWith(today.toString())
                ? null
                : last;
    }

    private static @Nullable Timeline windows(LevelView level, Locale language) {
        List<Timeline.Lane> lanes = Stream.concat(
                        Stream.ofNullable(level.sentinel()).map(sentinel -> sentinel(sentinel, language)),
                        level.members().stream()
                                .map(member -> window(member, language))
                                .filter(Objects::nonNull))
                .toList();
        List<LocalDate> days = lanes.stream()
                .flatMap(lane -> lane.items().stream())
                .flatMap(item -> Stream.of(item.earliest(), item.latest()))
                .sorted()
                .toList();
        return days.isEmpty()
                ? null
                : new Timeline(
                        days.get(0).minusDays(DAYS_AROUND),
                        days.get(days.size() - 1).plusDays(DAYS_AROUND),
                        level.today(),
                        List.of(),
                        lanes);
    }

    private static Timeline.Lane sentinel(LevelView.SentinelView sentinel, Locale language) {
        LocalDate last = sentinel.clearsOn().minusDays(1);
        String name = ScreenTexts.say(language, "levels.sentinelOf", sentinel.participant());
        String kind = sentinel.atRisk() ? "window bad" : "window";
        return new Timeline.Lane(name, List.of(item(name, kind, sentinel.completed(), last)));
    }

    private static Timeline.@Nullable Lane window(LevelView.MemberView member, Locale language) {
        LocalDate until = member.dltUntil();
        String began = member.infusionStarted() == null ? member.infusionCompleted() : member.infusionStarted();
        if (until == null || began == null || began.length() < "2026-03-10".length()) {
            return null;
        }
        LocalDate from = LocalDate.parse(began.substring(0, "2026-03-10".length()));
        String name = ScreenTexts.say(language, "levels.windowOf", member.participant());
        return new Timeline.Lane(name, List.of(item(name, "drug", from, until)));
    }

    private static Timeline.Item item(String name, String kind, LocalDate from, LocalDate to) {
        return new Timeline.Item(name, kind, from, from, to, to, from + " – " + to);
    }
}
