package org.protocolgate.study;

import io.micronaut.json.JsonMapper;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Happened;
import org.protocolgate.evaluation.Status;
import org.protocolgate.participant.Fact;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.study.ScreeningLine.Reason;
import org.protocolgate.study.ScreeningLine.State;

/** The screening and enrolment log: everybody who was ever enrolled, and how far they came. */
@Singleton
public final class ScreeningLog {

    /** How many participants are read at once for a file. */
    private static final int PIECE = 500;

    private final TransactionOperations<Connection> transactions;
    private final ScreeningRows rows;
    private final OverviewRows decisions;
    private final AuditLog audit;
    private final ServedRules rules;
    private final JsonMapper json;
    private final Clock clock;

    ScreeningLog(
            TransactionOperations<Connection> transactions,
            ScreeningRows rows,
            OverviewRows decisions,
            AuditLog audit,
            ServedRules rules,
            JsonMapper json,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.decisions = decisions;
        this.audit = audit;
        this.rules = rules;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A page of the log, in the order of enrolment.
     *
     * @param number that of the page, from 1 on; a number beyond the last gives the last
     * @param size how many participants are on a page, from 1 on
     */
    public ScreeningLine.Page page(ScreeningWanted wanted, int number, int size, Locale language) {
        ProtocolVersion version =
                rules.ask(rulebook -> rulebook.newest(rulebook.study()).orElseThrow());
        return transactions.executeRead(status -> {
            LocalDate today = LocalDate.ofInstant(clock.instant(), version.zone());
            ScreeningLook look = new ScreeningLook(version, today, rows, decisions.lastAtEachGate(version.study()));
            List<ScreeningRows.Person> persons = rows.everybody(version.study()).stream()
                    .filter(person -> wanted.isOf(person.code()))
                    .toList();
            boolean all = wanted.asksForSteps();
            Map<String, List<Fact>> steps = all ? look.read(rows.stepsOfStudy(version.study())) : Map.of();
            List<ScreeningLine> found = persons.stream()
                    .map(person -> look.line(person, steps))
                    .filter(wanted::takes)
                    .toList();
            int pages = Math.max(1, (found.size() + size - 1) / size);
            int shown = Math.max(1, Math.min(number, pages));
            List<ScreeningLine> page = found.subList((shown - 1) * size, Math.min(shown * size, found.size()));
            return new ScreeningLine.Page(
                    reasoned(all ? page : look.again(page, persons), language), shown, pages, found.size());
        });
    }

    /**
     * The log as a CSV file; that it was asked for is in the audit log when this returns.
     *
     * @param site the zone of the site, whose time stands beside UTC
     */
    public byte[] export(ScreeningWanted wanted, Actor actor, ZoneId site, Locale language) {
        transactions.executeWrite(status -> {
            Happened exported = Happened.of(Action.EXPORTED)
                    .with("format", "csv")
                    .with("what", "screening log")
                    .with("filter", wanted.given());
            audit.add(Chain.SYSTEM, actor, exported);
            return wanted;
        });
        ScreeningFile file = new ScreeningFile(site);
        ScreeningLine.Page page;
        int number = 1;
        do {
            page = page(wanted, number, PIECE, language);
            file.add(page.participants());
            number++;
        } while (number <= page.pages());
        return file.bytes();
    }

    /** Why somebody failed in screening is what the last answer on screening says. */
    private List<ScreeningLine> reasoned(List<ScreeningLine> page, Locale language) {
        Map<UUID, String> failed = new HashMap<>();
        page.stream()
                .filter(line -> line.state() == State.SCREEN_FAILED)
                .flatMap(line -> line.gates().stream())
                .filter(at -> at.gate().equals(Gate.SCREENING.name()))
                .forEach(at -> failed.put(at.decision(), ""));
        if (failed.isEmpty()) {
            return page;
        }
        rows.said(language.toLanguageTag(), List.copyOf(failed.keySet()))
                .forEach(said -> failed.put(said.decision(), said.body()));
        return page.stream()
                .map(line -> line.state() == State.SCREEN_FAILED ? line.because(notMet(line, failed)) : line)
                .toList();
    }

    private List<Reason> notMet(ScreeningLine line, Map<UUID, String> said) {
        return line.gates().stream()
                .map(at -> said.getOrDefault(at.decision(), ""))
                .filter(body -> !body.isEmpty())
                .flatMap(body -> answer(body).criteria().stream())
                .filter(criterion -> criterion.status() == Status.NOT_MET)
                .map(criterion -> new Reason(criterion.id(), criterion.reason()))
                .toList();
    }

    private DecisionView answer(String body) {
        try {
            return json.readValue(body, DecisionView.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
