package org.protocolgate.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.protocolgate.intake.SentFact;
import org.protocolgate.participant.Consent;
import org.protocolgate.participant.Entry;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Milestone;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.study.ScreeningLine.AtGate;
import org.protocolgate.study.ScreeningLine.Reason;
import org.protocolgate.study.ScreeningLine.State;

/** A look at how all participants stand on one day; within the present transaction. */
final class ScreeningLook {

    private final ProtocolVersion version;
    private final LocalDate today;
    private final ScreeningRows rows;
    private final Map<String, List<AtGate>> answers;

    /** @param made the last decision on each participant at each gate */
    ScreeningLook(ProtocolVersion version, LocalDate today, ScreeningRows rows, List<OverviewRows.Made> made) {
        this.version = version;
        this.today = today;
        this.rows = rows;
        this.answers = made.stream()
                .collect(Collectors.groupingBy(
                        OverviewRows.Made::participant, Collectors.mapping(ScreeningLook::at, Collectors.toList())));
    }

    private static AtGate at(OverviewRows.Made made) {
        return new AtGate(made.id(), made.gate(), made.gateDay(), made.verdict(), made.recordedAt());
    }

    Map<String, List<Fact>> read(List<ScreeningRows.Step> kept) {
        Map<String, List<Fact>> facts = new HashMap<>();
        for (ScreeningRows.Step step : kept) {
            List<Fact> own = facts.computeIfAbsent(step.participant(), code -> new ArrayList<>());
            own.add(SentFact.kept(step.body(), new Entry("", own.size(), null), version.zone()));
        }
        return facts;
    }

    /** The same lines with the steps, of which nothing was known before. */
    List<ScreeningLine> again(List<ScreeningLine> page, List<ScreeningRows.Person> persons) {
        List<String> codes = page.stream().map(ScreeningLine::participant).toList();
        Map<String, List<Fact>> steps = codes.isEmpty() ? Map.of() : read(rows.steps(codes));
        Map<String, ScreeningRows.Person> by =
                persons.stream().collect(Collectors.toMap(ScreeningRows.Person::code, person -> person));
        return codes.stream().map(by::get).map(person -> line(person, steps)).toList();
    }

    ScreeningLine line(ScreeningRows.Person person, Map<String, List<Fact>> facts) {
        ScreeningSteps steps = new ScreeningSteps(facts.getOrDefault(person.code(), List.of()), today);
        Consent consent = steps.consent();
        Milestone end = steps.end();
        Milestone screened = steps.screened();
        Milestone infused = steps.infused();
        String voided = person.voided();
        return new ScreeningLine(
                person.code(),
                voided == null ? steps.state(today) : State.VOIDED,
                person.enrolledAt(),
                person.enrolledBy(),
                consent == null || consent.protocolVersion() == null
                        ? person.protocolVersion()
                        : consent.protocolVersion(),
                consent == null ? null : consent.on().toString(),
                consent == null || consent.withdrawnOn() == null
                        ? null
                        : consent.withdrawnOn().toString(),
                screened == null ? null : screened.on().toString(),
                steps.screenings(),
                steps.level(),
                infused == null ? null : infused.on().toString(),
                end == null ? null : end.on().toString(),
                voided == null ? List.of() : List.of(new Reason(null, voided)),
                gates(person.code()));
    }

    private List<AtGate> gates(String code) {
        return answers.getOrDefault(code, List.of()).stream()
                .sorted(Comparator.comparing(at -> Gate.valueOf(at.gate())))
                .toList();
    }
}
