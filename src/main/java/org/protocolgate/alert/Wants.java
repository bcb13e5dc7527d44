package org.protocolgate.alert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.protocolgate.decision.Clears;
import org.protocolgate.decision.Decision;
import org.protocolgate.decision.Verdict;
import org.protocolgate.decision.Wording;
import org.protocolgate.evaluation.Status;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.Texts;
import org.protocolgate.study.AuthorisationView;
import org.protocolgate.study.Outlook;

/** What there is cause to alert somebody of, by a participant's outlook. */
final class Wants {

    private final Outlook outlook;
    private final Nearness near;
    private final Wording english;
    private final Wording chinese;
    private final List<Wanted> wanted = new ArrayList<>();

    private Wants(Outlook outlook, Nearness near) {
        this.outlook = outlook;
        this.near = near;
        ProtocolVersion version = outlook.version();
        english = new Wording(version, Locale.ENGLISH);
        chinese = new Wording(version, Texts.CHINESE);
    }

    static List<Wanted> of(Outlook outlook, Nearness near) {
        Wants wants = new Wants(outlook, near);
        outlook.asked().forEach(asked -> wants.ofGate(asked.decision()));
        outlook.overturned().forEach(wants::ofOverturned);
        outlook.voided().forEach(wants::ofVoided);
        if (outlook.open() != null) {
            wants.ofOpen(outlook.open());
        }
        return List.copyOf(wants.wanted);
    }

    static Wanted failed() {
        return new Wanted(
                null,
                Cause.EVALUATION_FAILED,
                "",
                Severity.STOP,
                "What is recorded could not be evaluated: nobody is warned of what stands against it.",
                "无法评估已记录的内容：不会就存在的障碍发出提醒。",
                null);
    }

    private void ofGate(Decision decision) {
        if (decision.evaluation().fault() != null) {
            if (wanted.stream().noneMatch(one -> one.cause() == Cause.EVALUATION_FAILED)) {
                wanted.add(failed());
            }
            return;
        }
        Gate gate = decision.question().gate();
        LocalDate on = decision.question().on().latest();
        boolean isNear = gate != Gate.SCREENING && !on.isAfter(outlook.today().plusDays(near.stopDays()));
        for (Decision.Answer answer : decision.criteria()) {
            if (answer.outcome().status() == Status.NOT_MET) {
                Severity severity = isNear && gate != Gate.FOLLOW_UP ? Severity.STOP : Severity.ACTION;
                add(
                        answer.outcome().criterion().id(),
                        Cause.NOT_MET,
                        gate.name(),
                        severity,
                        wording -> wording.word(gate) + " " + on + ": " + wording.title(answer.outcome()) + ": "
                                + wording.reason(answer.outcome()),
                        clears(answer.clears()));
            }
        }
        int before = wanted.size();
        due(decision);
        boolean asks = wanted.size() > before;
        if (isNear && gate != Gate.FOLLOW_UP && decision.verdict() == Verdict.INCOMPLETE && !asks) {
            List<String> open = decision.criteria().stream()
                    .filter(answer -> answer.outcome().status() == Status.UNKNOWN)
                    .map(answer -> answer.outcome().criterion().id())
                    .toList();
            add(
                    null,
                    Cause.OPEN_CRITERIA,
                    gate.name(),
                    Severity.ACTION,
                    wording -> wording.word(gate) + " " + on + ": " + wording.word(Status.UNKNOWN) + ": "
                            + String.join(", ", open),
                    on);
        }
    }

    private static @Nullable LocalDate clears(@Nullable Clears clears) {
        return clears == null ? null : clears.on();
    }

    /**
     * What has to be supplied, where its time is near: what belongs to the day of a gate in one alert, which changes while one
     * thing after the other is supplied; what waits for a day of its own (a DLT answer, the sentinel's review) by itself. What the
     * follow-up asks for on each new day alerts nobody.
     */
    private void due(Decision decision) {
        Gate gate = decision.question().gate();
        List<Wording.ToDo> ofGate = new ArrayList<>();
        for (Wording.ToDo todo : english.toDo(decision)) {
            LocalDate until = todo.lastDay();
            Severity severity = severity(todo.firstDay(), until);
            if (severity == null) {
                continue;
            } else if (until == null) {
                Wording.ToDo other = inChinese(decision, todo);
                wanted.add(new Wanted(
                        todo.criteria().get(0),
                        Cause.DUE,
                        gate.name(),
                        severity,
                        said(todo),
                        said(other),
                        todo.firstDay()));
            } else if (gate != Gate.FOLLOW_UP) {
                ofGate.add(todo);
            }
        }
        if (!ofGate.isEmpty()) {
            wanted.add(ofGate(decision, ofGate));
        }
    }

    private Wanted ofGate(Decision decision, List<Wording.ToDo> todos) {
        Gate gate = decision.question().gate();
        Severity severity = todos.stream()
                .map(todo -> severity(todo.firstDay(), todo.lastDay()))
                .filter(Objects::nonNull)
                .max(Severity::compareTo)
                .orElse(Severity.INFO);
        return new Wanted(
                null,
                Cause.DUE,
                gate.name(),
                severity,
                english.word(gate) + ": " + todos.stream().map(Wants::said).collect(Collectors.joining("; ")),
                chinese.word(gate) + "："
                        + todos.stream()
                                .map(todo -> said(inChinese(decision, todo)))
                                .collect(Collectors.joining("；")),
                todos.stream()
                        .map(todo -> todo.lastDay())
                        .filter(Objects::nonNull)
                        .min(LocalDate::compareTo)
                        .orElse(null));
    }

    /** Both languages say the same things in the same order. */
    private Wording.ToDo inChinese(Decision decision, Wording.ToDo todo) {
        int place = english.toDo(decision).indexOf(todo);
        List<Wording.ToDo> others = chinese.toDo(decision);
        return place < 0 || place >= others.size() ? todo : others.get(place);
    }

    private @Nullable Severity severity(@Nullable LocalDate from, @Nullable LocalDate until) {
        LocalDate soon = outlook.today().plusDays(near.dueDays());
        if (until != null && !until.isAfter(soon)) {
            return from != null && from.isAfter(outlook.today()) ? Severity.INFO : Severity.ACTION;
        } else if (from != null && !from.isAfter(outlook.today())) {
            return until == null ? Severity.ACTION : Severity.INFO;
        }
        return null;
    }

    private static String said(Wording.ToDo todo) {
        return todo.what() + span(todo);
    }

    private static String span(Wording.ToDo todo) {
        String from = todo.notBefore() == null ? "" : todo.notBefore().replace('T', ' ');
        String until = todo.notAfter() == null ? "" : todo.notAfter().replace('T', ' ');
        return " (" + from + " - " + until + ")";
    }

    private void ofOverturned(Outlook.Overturned overturned) {
        Decision now = overturned.now();
        Decision.Answer worst = now.criteria().get(0);
        add(
                worst.outcome().criterion().id(),
                Cause.OVERTURNED,
                overturned.decision().toString(),
                Severity.STOP,
                wording -> wording.word(now.question().gate()) + " "
                        + now.question().on() + ": "
                        + wording.word(Verdict.PROCEED) + " -> " + wording.word(now.verdict()) + ": "
                        + wording.reason(worst.outcome()),
                now.question().on().latest());
    }

    private void ofVoided(AuthorisationView voided) {
        String criterion = voided.end() == null || voided.end().criteria().isEmpty()
                ? null
                : voided.end().criteria().get(0);
        String reason = voided.end() == null ? "" : voided.end().reason();
        wanted.add(new Wanted(
                criterion,
                Cause.AUTHORISATION_VOID,
                voided.id().toString(),
                Severity.STOP,
                "The authorisation of " + voided.on() + " is void: " + reason,
                voided.on() + " 的输注授权已失效：" + reason,
                voided.on()));
    }

    private void ofOpen(AuthorisationView open) {
        wanted.add(new Wanted(
                null,
                Cause.AUTHORISATION_LAPSES,
                open.id().toString(),
                Severity.INFO,
                "The authorisation of " + open.on() + " with " + open.level()
                        + " is open and lapses at the end of that day.",
                open.on() + "（" + open.level() + "）的输注授权有效，至当日结束为止。",
                open.on()));
    }

    private void add(
            @Nullable String criterion,
            Cause cause,
            String detail,
            Severity severity,
            Function<Wording, String> text,
            @Nullable LocalDate due) {
        wanted.add(new Wanted(criterion, cause, detail, severity, text.apply(english), text.apply(chinese), due));
    }
}
