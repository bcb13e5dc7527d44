package org.protocolgate.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.protocolgate.rulebook.Baseline;
import org.protocolgate.testing.Trial;

/** The people of a site at work on a stored study. What they did, and how it came out, is told line by line in the story. */
final class Clinic {

    private static final ZoneId SITE = ZoneId.of("Asia/Shanghai");
    private final Study study;
    private final List<String> codes = new ArrayList<>();
    private final Desk desk;
    private final List<String> story = new ArrayList<>();
    private @Nullable Recount seen;
    private int mostOpen;

    Clinic(Study study) {
        this.study = study;
        desk = new Desk(this, study);
        study.clock().set("2026-03-10T01:00:00Z");
    }

    interface Act {
        String done() throws Exception;
    }

    /** A minute later something is done; that it is refused is how it may come out. */
    void act(String what, Act act) {
        study.clock().pass(Duration.ofMinutes(1));
        seen = null;
        String outcome;
        try {
            outcome = act.done();
        } catch (RefusedAuthorisationException | ConflictException e) {
            outcome = "refused, " + e.getMessage();
        } catch (Exception e) {
            throw new AssertionError(story() + "\n" + what, e);
        }
        for (String level : List.of("3.0e8", "4.5e8")) {
            mostOpen = Math.max(mostOpen, recount().authorised(level).size());
        }
        story.add(today() + " " + what + (outcome.isEmpty() ? "" : ": " + outcome));
    }

    private void record(String what, String code, String fact) {
        act(what, () -> {
            study.record(code, "[" + fact + "]");
            return "";
        });
    }

    String story() {
        return story.stream().collect(Collectors.joining("\n  ", "\n  ", "\n"));
    }

    boolean isNew() {
        return story.isEmpty();
    }

    /** Whether there is somebody of whom an infusion is, or is not, recorded. */
    boolean isAnybody(boolean infused) {
        return recount().people().stream().anyMatch(person -> person.isRecorded() == infused);
    }

    /** How many authorisations were open in one level at once, at most. */
    int mostOpen() {
        return mostOpen;
    }

    Desk desk() {
        return desk;
    }

    LocalDate today() {
        return now().toLocalDate();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(study.clock().instant(), SITE);
    }

    /** People of the first level's expansion who were infused a month ago; the first of them was reviewed, the next level opened. */
    void begin(int people) {
        act("infused before in the expansion: " + people, () -> {
            for (int i = 0; i < people; i++) {
                String code = enrol();
                String on = i == 0 ? "2026-01-20" : "2026-02-09";
                study.record(code, "[" + Said.assignment("3.0e8", "EXPANSION", "A", "2026-01-10") + "]");
                study.record(code, "[" + Said.milestone("INFUSION_COMPLETED", on) + "]");
            }
            if (people > 0) {
                study.record(codes.get(0), "[" + Said.review(false, "2026-02-03") + "]");
            }
            return "";
        });
        if (people > 0) {
            desk.decideOnLevel("3.0e8 ESCALATE 4.5e8");
        }
    }

    private String enrol() throws Exception {
        String code = study.enrol(Baseline.question("INFUSION").get("participant"));
        codes.add(code);
        return code;
    }

    /** Somebody for whom nothing stands against an infusion today but what the others of the level do. */
    void enrol(String level, String phase, String cohort) {
        act("enrol for " + level + " " + phase + " " + cohort, () -> {
            String code = enrol();
            ArrayNode facts = Trial.ready(today(), level);
            for (JsonNode fact : facts) {
                if (fact.get("id").asText().equals("dose")) {
                    ((ObjectNode) fact).put("phase", phase).put("cohort", cohort);
                }
            }
            study.record(code, facts);
            return code;
        });
    }

    void withdraw(int pick) {
        reach(authorisedRather(pick), "WITHDRAWN", today().toString());
    }

    /** @param timed whether the time is recorded too */
    void infuse(int pick, String how, boolean timed) {
        String on = timed ? now().plusMinutes(1).toString() : today().toString();
        reach(authorisedRather(pick), "INFUSION_" + how, on);
    }

    private void reach(String code, String kind, String on) {
        record(kind + " of " + code + " on " + on, code, Said.milestone(kind, on));
    }

    void reviewSentinel(String level, boolean risk) {
        Recount.Person sentinel = recount().sentinel(level);
        if (sentinel != null) {
            review(sentinel.code(), risk);
        }
    }

    void review(int pick, boolean risk) {
        review(infused(pick), risk);
    }

    private void review(String code, boolean risk) {
        record("review of " + code + ", risk " + risk, code, Said.review(risk, today().toString()));
    }

    /** @param answer the keys of an answer on toxicity, with single quotes */
    void answer(int pick, String answer) {
        String code = infused(pick);
        String fact = Said.answer(answer, today().toString());
        record("answer for " + code + ", " + answer, code, fact);
    }

    void assign(int pick, String level) {
        String code = waiting(pick);
        Recount.Person person = person(code);
        String fact = Said.assignment(level, person.phase(), person.cohort(), today().toString());
        record("assign " + level + " to " + code, code, fact);
    }

    /** Corrects the date of the last record of an infusion by days; to the month alone, or away, where there are none. */
    void correct(int pick, @Nullable Integer days, boolean away) {
        String code = infused(pick);
        act(
                "correct the infusion of " + code + " "
                        + (away ? "away" : days == null ? "to its month" : "by " + days),
                () -> {
                    FactView infusion = study.known(code, null).stream()
                            .filter(fact -> fact.state() == FactView.State.CURRENT
                                    && String.valueOf(fact.fact().get("kind")).startsWith("INFUSION_"))
                            .reduce((a, b) -> b)
                            .orElse(null);
                    if (infusion == null) {
                        return "there is none";
                    }
                    String kind = (String) infusion.fact().get("kind");
                    String before = (String) infusion.fact().get("on");
                    String month = before.substring(0, 7);
                    String day = before.length() < 10 ? month + "-15" : before.substring(0, 10);
                    String on = days == null
                            ? month
                            : LocalDate.parse(day).plusDays(days).toString();
                    String replacement = away ? "" : ", \"replacement\": " + Said.milestone(kind, on);
                    study.correct(infusion.id(), "{\"reason\": \"misread\"" + replacement + "}");
                    return kind + " " + before + (away ? "" : " to " + on);
                });
    }

    void pass(int days) {
        seen = null;
        LocalDateTime morning = today().plusDays(days).atTime(9, 0);
        study.clock().set(morning.atZone(SITE).toInstant().toString());
        story.add(today() + " begins");
    }

    /** What is known of everybody since the last act. */
    Recount recount() {
        if (seen == null) {
            seen = new Recount(codes.stream().map(this::person).toList(), today());
        }
        return seen;
    }

    Recount.Person person(String code) {
        try {
            return Recount.Person.of(
                    code,
                    study.known(code, null),
                    study.get(AuthorisationBook.class).ofParticipant(code));
        } catch (Exception e) {
            throw new AssertionError(story(), e);
        }
    }

    String waiting(int pick) {
        return pick(pick, person -> !person.isRecorded());
    }

    private String infused(int pick) {
        return pick(pick, Recount.Person::isRecorded);
    }

    /** Somebody who is authorised, and now and then anybody who waits. */
    String authorisedRather(int pick) {
        boolean any = pick % 4 == 0 || recount().people().stream().noneMatch(Recount.Person::authorised);
        return any ? waiting(pick) : pick(pick, Recount.Person::authorised);
    }

    private String pick(int pick, Predicate<Recount.Person> fitting) {
        List<String> from = recount().people().stream()
                .filter(fitting)
                .map(Recount.Person::code)
                .toList();
        return from.get(pick % from.size());
    }
}
