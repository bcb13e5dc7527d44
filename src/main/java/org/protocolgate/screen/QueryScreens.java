package org.protocolgate.screen;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.protocolgate.decision.Wording;
import org.protocolgate.deviation.DeviationBook;
import org.protocolgate.deviation.DeviationView;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.query.About;
import org.protocolgate.query.QueryBook;
import org.protocolgate.query.QueryView;
import org.protocolgate.study.Dockets;
import org.protocolgate.study.FactBook;
import org.protocolgate.study.FactView;
import org.protocolgate.study.HistoryView;
import org.protocolgate.study.NotThereException;
import org.protocolgate.study.ParticipantBook;

/** Gathers what a query is about. */
@Singleton
public final class QueryScreens {

    private final QueryBook queries;
    private final ParticipantBook participants;
    private final FactBook facts;
    private final Dockets dockets;
    private final DeviationBook deviations;
    private final ServedRules rules;

    QueryScreens(
            QueryBook queries,
            ParticipantBook participants,
            FactBook facts,
            Dockets dockets,
            DeviationBook deviations,
            ServedRules rules) {
        this.queries = queries;
        this.participants = participants;
        this.facts = facts;
        this.dockets = dockets;
        this.deviations = deviations;
        this.rules = rules;
    }

    /** @throws NotThereException where there is no such query */
    public QueryScreen of(UUID id, Frame frame) {
        QueryView query = queries.read(id);
        return new QueryScreen(subject(query.about(), query.subject(), frame), query, Map.of(), Map.of());
    }

    /**
     * The form for a new query.
     *
     * @param about name of what it is about, in small letters
     * @param faults what is wrong with what was typed, by name
     * @throws NotThereException where there is nothing that it could be about
     */
    public QueryScreen asking(
            String about, String subject, Map<String, String> typed, Map<String, String> faults, Frame frame) {
        return new QueryScreen(
                subject(About.valueOf(about.toUpperCase(Locale.ROOT)), subject, frame), null, typed, faults);
    }

    private QueryScreen.Subject subject(About about, String subject, Frame frame) {
        return switch (about) {
            case PARTICIPANT ->
                new QueryScreen.Subject(
                        about, subject, participants.read(subject).id(), null, null);
            case FACT -> fact(identifier(subject), frame.language());
            case DECISION -> decision(identifier(subject), frame);
            case DEVIATION -> deviation(identifier(subject), frame.language());
        };
    }

    private QueryScreen.Subject fact(UUID id, Locale language) {
        String participant = queries.participantOf(id);
        FactView fact = facts.all(participant).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotThereException("no fact " + id));
        FactLine line = rules.ask(rulebook -> {
            var newest = rulebook.newest(rulebook.study()).orElseThrow();
            return FactLine.of(fact, newest, new Wording(newest, language));
        });
        return new QueryScreen.Subject(About.FACT, id.toString(), participant, line.words(), line);
    }

    private QueryScreen.Subject decision(UUID id, Frame frame) {
        var docket = dockets.read(id, frame.language());
        HistoryView made = docket.decision();
        String words = ScreenTexts.say(
                        frame.language(),
                        "participant.for",
                        frame.word(made.gate()),
                        made.on().replace('T', ' '))
                + " – " + frame.word(made.verdict());
        return new QueryScreen.Subject(About.DECISION, id.toString(), docket.participant(), words, null);
    }

    private QueryScreen.Subject deviation(UUID id, Locale language) {
        DeviationView deviation = deviations.read(id, language);
        return new QueryScreen.Subject(About.DEVIATION, id.toString(), deviation.participant(), deviation.what(), null);
    }

    private static UUID identifier(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotThereException("no record " + text);
        }
    }
}
