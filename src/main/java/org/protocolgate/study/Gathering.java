package org.protocolgate.study;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers what is recorded of several participants, each kind of record with one statement. */
@Singleton
final class Gathering {

    private final Participants participants;
    private final Versions versions;
    private final Voidings voidings;
    private final Facts facts;
    private final Corrections corrections;
    private final Authorisations authorisations;
    private final AuthorisationEnds ends;
    private final LastAnswers answers;

    Gathering(
            Participants participants,
            Versions versions,
            Voidings voidings,
            Facts facts,
            Corrections corrections,
            Authorisations authorisations,
            AuthorisationEnds ends,
            LastAnswers answers) {
        this.participants = participants;
        this.versions = versions;
        this.voidings = voidings;
        this.facts = facts;
        this.corrections = corrections;
        this.authorisations = authorisations;
        this.ends = ends;
        this.answers = answers;
    }

    /**
     * What is recorded of one participant.
     *
     * @param from authorisations for earlier days are left out
     * @throws NotThereException where nobody is enrolled under the code
     */
    Recorded of(String code, LocalDate from) {
        return Optional.ofNullable(of(List.of(code), from).get(code))
                .orElseThrow(() -> new NotThereException("no participant " + code));
    }

    /** What is recorded of each of several participants, by code; of whom nothing is, is left out. */
    Map<String, Recorded> of(List<String> codes, LocalDate from) {
        Map<String, Attributes> newest = by(versions.newest(codes), Attributes::participant);
        Map<String, List<KeptFact>> recorded = listed(facts.of(codes), KeptFact::participant);
        Map<String, List<Correction>> corrected = listed(corrections.of(codes), Correction::participant);
        Set<String> voided =
                voidings.of(codes).stream().map(Voided::participant).collect(Collectors.toSet());
        Map<String, List<Authorised>> given = listed(authorisations.of(codes), Authorised::participant);
        Map<UUID, AuthorisationEnd> ended = by(ends.of(codes), AuthorisationEnd::id);
        Map<String, List<LastAnswer>> ofGates = listed(answers.ofEachGate(codes), LastAnswer::participant);
        Map<String, List<LastAnswer>> proceeding =
                listed(answers.proceeding(codes, Integer.toString(from.getYear())), LastAnswer::participant);
        Map<String, Recorded> all = new HashMap<>();
        for (Enrolled enrolled : participants.of(codes)) {
            String code = enrolled.code();
            Attributes attributes = newest.get(code);
            if (attributes != null) {
                all.put(
                        code,
                        new Recorded(
                                enrolled,
                                attributes,
                                recorded.getOrDefault(code, List.of()),
                                corrected.getOrDefault(code, List.of()),
                                voided.contains(code),
                                given.getOrDefault(code, List.of()).stream()
                                        .filter(one -> !one.permit().on().isBefore(from))
                                        .map(one -> AuthorisationView.of(one, ended.get(one.id()), null))
                                        .toList(),
                                by(ofGates.getOrDefault(code, List.of()), LastAnswer::gate),
                                proceeding.getOrDefault(code, List.of())));
            }
        }
        return all;
    }

    private static <K, T> Map<K, T> by(List<T> rows, Function<T, K> key) {
        Map<K, T> found = new HashMap<>();
        rows.forEach(row -> found.put(key.apply(row), row));
        return found;
    }

    private static <K, T> Map<K, List<T>> listed(List<T> rows, Function<T, K> key) {
        Map<K, List<T>> found = new HashMap<>();
        rows.forEach(row ->
                found.computeIfAbsent(key.apply(row), k -> new ArrayList<>()).add(row));
        return found;
    }
}
