package org.protocolgate.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rule folder must hold beside rules that compile: citations, texts in both languages, and numbers that exist. */
final class Demands {

    private static final List<String> ANCHORS = Stream.concat(
                    Stream.of(Anchor.values()).map(Anchor::name), Stream.of(Criterion.GATE_DAY))
            .toList();

    private final List<Criterion> criteria;
    private final Map<String, String> rules;
    private final Texts texts;
    private final Map<String, Limit> limits;
    private final List<String> faults = new ArrayList<>();

    Demands(List<Criterion> criteria, Map<String, String> rules, Texts texts, Map<String, Limit> limits) {
        this.criteria = criteria;
        this.rules = rules;
        this.texts = texts;
        this.limits = limits;
    }

    List<String> faults() {
        criteria.forEach(this::check);
        rules.forEach((path, text) -> RuleText.rules(text).forEach(rule -> check(path, rule)));
        limits.values().forEach(this::check);
        return faults;
    }

    private void check(Criterion criterion) {
        need(!criterion.statement().isEmpty(), criterion.file(), criterion.id(), "@states is missing");
        need(!criterion.cites().isEmpty(), criterion.file(), criterion.id(), "@cites is missing");
        need(
                criterion.clears() == null || ANCHORS.contains(criterion.clears()),
                criterion.file(),
                criterion.id(),
                "@clears names no anchor: " + criterion.clears() + " (known: " + ANCHORS + ")");
        for (String part : List.of("title", "statement", "reading")) {
            String key = criterion.id() + "." + part;
            if (texts.find(key, Locale.ENGLISH) != null) {
                checkSentence(criterion.file(), criterion.id(), key, true);
            }
        }
    }

    private void check(String path, RuleText rule) {
        String reason = rule.reason();
        if (reason != null) {
            checkSentence(path, rule.name(), reason, false);
            if (rule.leavesOpen()) {
                checkSentence(path, rule.name(), "todo." + reason, false);
            }
        }
        for (String key : rule.numbersNamed()) {
            need(limits.containsKey(key), path, rule.name(), "limits.yaml has no " + key);
        }
    }

    private void check(Limit limit) {
        boolean known = criteria.stream().anyMatch(c -> c.id().equals(limit.criterion()));
        need(known, "limits.yaml", limit.key(), "there is no criterion " + limit.criterion());
        need(!limit.cites().isBlank(), "limits.yaml", limit.key(), "the citation is missing");
        checkSentence("limits.yaml", limit.key(), "unit." + limit.unit().replace(' ', '-'), false);
    }

    /** A sentence stands in both languages with the same slots; slots of a criterion's own sentences are its numbers. */
    private void checkSentence(String path, String where, String key, boolean numbersOnly) {
        String english = texts.find(key, Locale.ENGLISH);
        String chinese = texts.find(key, Texts.CHINESE);
        need(english != null, path, where, "texts_en.properties has no sentence " + key);
        need(chinese != null, path, where, "texts_zh_CN.properties has no sentence " + key);
        if (english == null || chinese == null) {
            return;
        }
        Set<String> slots = Texts.slots(english);
        need(
                slots.equals(Texts.slots(chinese)),
                path,
                where,
                "the sentence " + key + " has other slots in Chinese (" + Texts.slots(chinese) + ") than in English ("
                        + slots + ")");
        if (numbersOnly) {
            String id = key.substring(0, key.indexOf('.'));
            Set<String> missing = slots.stream()
                    .filter(slot -> !limits.containsKey(id + "." + slot))
                    .collect(Collectors.toSet());
            need(
                    missing.isEmpty(),
                    path,
                    where,
                    "the sentence " + key + " names numbers that limits.yaml lacks: " + missing);
        }
    }

    private void need(boolean held, String file, String where, String fault) {
        if (!held) {
            faults.add(file + ": " + where + ": " + fault);
        }
    }
}
