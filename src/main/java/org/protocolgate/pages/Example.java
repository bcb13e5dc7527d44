package org.protocolgate.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.protocol.Criterion;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A worked example of a criterion: what departs from the baseline, and what comes of it.
 *
 * @param given what departs, as YAML; empty where nothing does
 * @param status the expected status by its name in the interface
 * @param word the expected status in words
 * @param because the reason in the title of the rule that has to fire, or null where none is named
 * @param rule a link to that rule, or null where it is not found
 * @param clears the day that clears the finding, "none", or null where the example does not speak of it
 * @param earliest the earliest day of the whole decision, likewise
 * @param warns the code of a warning, "none", or null
 */
record Example(
        String name,
        String given,
        String status,
        String word,
        @Nullable String because,
        @Nullable String rule,
        @Nullable String clears,
        @Nullable String earliest,
        @Nullable String warns) {

    /** The examples in the file beside a criterion's rules; none where there is no such file. */
    static List<Example> of(Edition edition, Criterion criterion, List<Rule> rules) {
        String path = criterion.file().replaceFirst("\\.drl$", ".cases.yaml");
        String text = edition.file(path);
        if (text == null) {
            return List.of();
        }
        List<Rule> shared = SharedPage.rules(edition);
        return CasesFile.read(path, text).stream()
                .map(fields -> of(fields, edition, rules, shared))
                .toList();
    }

    private static Example of(CasesFile.Fields fields, Edition edition, List<Rule> rules, List<Rule> shared) {
        String status = fields.text("then", "");
        String because = fields.text("because");
        Node given = fields.node("given");
        return new Example(
                fields.text("name", ""),
                given == null ? "" : FlowText.of(given),
                status,
                edition.word(status),
                because,
                because == null ? null : link(because, status, rules, shared),
                fields.text("clears"),
                fields.text("earliest"),
                fields.text("warns"));
    }

    /** The rule of this reason, the one with the expected status where several have it. */
    private static @Nullable String link(String reason, String status, List<Rule> own, List<Rule> shared) {
        String words = " " + status.toLowerCase(Locale.ROOT).replace('_', ' ') + " - ";
        return Stream.concat(own.stream(), shared.stream())
                .filter(rule -> rule.reason().equals(reason))
                .min(Comparator.comparing(rule -> rule.name().contains(words) ? 0 : 1))
                .map(rule -> (own.contains(rule) ? "" : RulePages.SHARED + ".html") + "#" + rule.anchor())
                .orElse(null);
    }
}
