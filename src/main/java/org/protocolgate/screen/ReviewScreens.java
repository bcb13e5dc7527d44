package org.protocolgate.screen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Entry;
import org.protocolgate.audit.Filter;
import org.protocolgate.audit.Listing;
import org.protocolgate.decision.Wording;
import org.protocolgate.evaluation.Status;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.RuleText;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.review.MarkBook;
import org.protocolgate.review.MarkView;
import org.protocolgate.study.Docket;
import org.protocolgate.study.Dockets;
import org.protocolgate.study.FactView;
import org.protocolgate.study.ReplayView;

/** Gathers what a stored decision rests on. */
@Singleton
public final class ReviewScreens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RULES = ".drl";

    /** More than all rules of a protocol together can fire for one question. */
    private static final int MOST_FIRED = 10_000;

    private final Dockets dockets;
    private final Listing listing;
    private final ServedRules rules;
    private final MarkBook marks;
    private final JsonMapper json;

    ReviewScreens(Dockets dockets, Listing listing, ServedRules rules, MarkBook marks, JsonMapper json) {
        this.dockets = dockets;
        this.listing = listing;
        this.rules = rules;
        this.marks = marks;
        this.json = json;
    }

    /**
     * A decision.
     *
     * @param replay how it came out when it was made once more just now, or null
     * @throws org.protocolgate.study.NotThereException where there is none
     */
    public ReviewScreen of(UUID decision, @Nullable ReplayView replay, Locale language) {
        Docket docket = dockets.read(decision, language);
        DecisionView answer = answer(docket.answer());
        List<Entry> fired = entries(decision, Action.RULE_FIRED);
        Entry made =
                entries(decision, Action.DECISION_MADE).stream().findFirst().orElse(null);
        Map<UUID, List<MarkView>> marked =
                marks.ofDecision(decision).stream().collect(Collectors.groupingBy(MarkView::entry));
        return rules.ask(rulebook -> {
            ProtocolVersion newest = rulebook.newest(rulebook.study()).orElseThrow();
            ProtocolVersion then = ChecklistPrints.then(answer, rulebook);
            Map<String, FactLine> facts = facts(docket, newest, language);
            return new ReviewScreen(
                    docket,
                    answer,
                    then != null,
                    new Checklist(then, facts, language).of(answer.criteria()),
                    facts.values().stream().filter(FactLine::counts).toList(),
                    lines(fired, then, rulebook, answer, facts, marked),
                    made != null && isAsRecorded(docket, made),
                    made == null ? null : Reviewed.of(made, marked.getOrDefault(made.id(), List.of())),
                    replay);
        });
    }

    private List<Entry> entries(UUID decision, Action action) {
        return listing.oldest(
                new Filter(null, null, null, null, null, decision, null, action, null, null), null, MOST_FIRED);
    }

    /** Whether the answer, the facts and the firings have the digests of the entry. */
    private static boolean isAsRecorded(Docket docket, Entry made) {
        try {
            JsonNode details = JSON.readTree(made.details());
            return JSON.valueToTree(docket.answers()).equals(details.path("answers"))
                    && details.path("dossier").asText().equals(docket.dossier())
                    && details.path("fired").asText().equals(docket.fired());
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private DecisionView answer(String body) {
        try {
            return json.readValue(body, DecisionView.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, FactLine> facts(Docket docket, ProtocolVersion version, Locale language) {
        Wording wording = new Wording(version, language);
        Map<String, FactLine> facts = new LinkedHashMap<>();
        for (FactView fact : docket.facts()) {
            facts.put(fact.id().toString(), FactLine.of(fact, version, wording));
        }
        return facts;
    }

    /** In the order of the protocol, and within a criterion what fired first. */
    private static List<ReviewScreen.RuleLine> lines(
            List<Entry> fired,
            @Nullable ProtocolVersion then,
            Rulebook rulebook,
            DecisionView answer,
            Map<String, FactLine> facts,
            Map<UUID, List<MarkView>> marked) {
        List<ReviewScreen.RuleLine> lines = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Entry entry : fired) {
            String rule = Objects.requireNonNullElse(entry.rule(), "");
            names.add(rule);
            Status status = entry.status() == null ? null : Status.valueOf(entry.status());
            Reviewed reviewed = Reviewed.of(entry, marked.getOrDefault(entry.id(), List.of()));
            lines.add(
                    new ReviewScreen.RuleLine(entry.criterion(), rule, true, status, matched(entry, facts), reviewed));
        }
        if (then == null) {
            return lines;
        }
        Set<String> asked = new HashSet<>();
        answer.criteria().forEach(criterion -> asked.add(criterion.id()));
        rulebook.folder().files().forEach((path, text) -> {
            if (path.endsWith(RULES)) {
                RuleText.rules(text).stream()
                        .filter(rule -> rule.isAskedIn(then.lineage())
                                && asked.contains(rule.notes().get("criterion"))
                                && !names.contains(rule.name()))
                        .forEach(rule -> lines.add(new ReviewScreen.RuleLine(
                                rule.notes().get("criterion"), rule.name(), false, null, List.of(), null)));
            }
        });
        List<String> order =
                then.criteria().stream().map(criterion -> criterion.id()).toList();
        lines.sort(Comparator.comparing((ReviewScreen.RuleLine line) -> place(line, order))
                .thenComparing(line -> !line.fired()));
        return lines;
    }

    private static int place(ReviewScreen.RuleLine line, List<String> order) {
        int place = order.indexOf(String.valueOf(line.criterion()));
        return place < 0 ? order.size() : place;
    }

    private static List<FactLine> matched(Entry entry, Map<String, FactLine> facts) {
        try {
            JsonNode refs = JSON.readTree(entry.details()).path("facts");
            return StreamSupport.stream(refs.spliterator(), false)
                    .map(ref -> facts.get(ref.asText()))
                    .filter(Objects::nonNull)
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }
}
