package org.protocolgate.screen;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.protocol.Criterion;
import org.protocolgate.protocol.ProtocolVersion;

/** The criteria of an answer, each with what it demands, why it came out so, and the facts that say so. */
final class Checklist {

    private final @Nullable ProtocolVersion version;
    private final Map<String, FactLine> facts;
    private final Locale language;

    /** @param version the one that answered; null where it is not served any more, so that its statements are not known */
    Checklist(@Nullable ProtocolVersion version, Map<String, FactLine> facts, Locale language) {
        this.version = version;
        this.facts = facts;
        this.language = language;
    }

    /**
     * A criterion.
     *
     * @param statement what it demands, or null where its version is not served any more
     * @param page of the rule, or null likewise
     */
    record Line(
            DecisionView.CriterionView answer,
            @Nullable String statement,
            @Nullable String reading,
            @Nullable String page,
            List<FactLine> evidence) {}

    List<Line> of(List<DecisionView.CriterionView> criteria) {
        return criteria.stream().map(this::line).toList();
    }

    private Line line(DecisionView.CriterionView answer) {
        Criterion criterion = version == null ? null : version.criterion(answer.id());
        List<FactLine> evidence = answer.evidence().stream()
                .map(facts::get)
                .filter(Objects::nonNull)
                .toList();
        if (version == null || criterion == null) {
            return new Line(answer, null, null, null, evidence);
        }
        String page = "/rules/" + version.study() + "/" + version.version() + "/" + language.toLanguageTag() + "/"
                + criterion.id() + ".html";
        return new Line(
                answer, version.statement(criterion, language), version.reading(criterion, language), page, evidence);
    }
}
