package org.protocolgate.alert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Digest;
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

    /** So much of a digest tells the few things apart that are asked of one participant for one day. */
    private static final int DIGEST = "sha256:".length() + 16;

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

    /** What has to be supplied, each once, where its time is near. */
    private void due(Decision decision) {
        List<Wording.ToDo> inEnglish = english.toDo(decision);
        List<Wording.ToDo> inChinese = chinese.toDo(decision);
        Gate gate = decision.question().gate();
        for (int i = 0; i < inEnglish.size(); i++) {
            Wording.ToDo todo = inEnglish.get(i);
            LocalDate from = todo.firstDay();
            LocalDate until = todo.lastDay();
            Severity severity = severity(from, until);
            if (severity != null) {
                String first = todo.criteria().get(0);
                Wording.ToDo other = inChinese.size() == inEnglish.size() ? inChinese.get(i) : todo;
                wanted.add(new Wanted(
                        first,
                        Cause.DUE,
                        gate.name() + " " + until + " " + Digest.of(todo.what()).substring(0, DIGEST),
                        severity,
                        todo.what() + span(todo),
                        other.what() + span(other),
                        until == null ? from : until));
            }
        }
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
