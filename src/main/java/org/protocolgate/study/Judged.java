package org.protocolgate.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.protocolgate.decision.Wording;
import org.protocolgate.evaluation.Evaluation.Outcome;
import org.protocolgate.evaluation.Status;
import org.protocolgate.participant.Fact;
import org.protocolgate.protocol.ProtocolVersion;

/**
 * A criterion by what is known now.
 *
 * @param title by the tag of its language, as is the reason; both of NOT_MET alone
 * @param evidence identifiers of the facts that it rests on
 */
public record Judged(
        String criterion, Status status, Map<String, String> title, Map<String, String> reason, List<String> evidence) {

    static Judged of(Outcome outcome, ProtocolVersion version) {
        boolean told = outcome.status() == Status.NOT_MET; // sentences cost more than all else
        return new Judged(
                outcome.criterion().id(),
                outcome.status(),
                told ? inEach(language -> new Wording(version, language).title(outcome)) : Map.of(),
                told ? inEach(language -> new Wording(version, language).reason(outcome)) : Map.of(),
                outcome.findings().stream()
                        .flatMap(finding -> finding.evidence().stream())
                        .map(Fact::ref)
                        .distinct()
                        .toList());
    }

    private static Map<String, String> inEach(Function<Locale, String> text) {
        Map<String, String> texts = new LinkedHashMap<>();
        DecisionRecords.LANGUAGES.forEach(language -> texts.put(language.toLanguageTag(), text.apply(language)));
        return texts;
    }
}
