package org.protocolgate.web;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.protocolgate.protocol.Criterion;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.Limit;
import org.protocolgate.protocol.ProtocolVersion;

/** One version of a protocol as it is sent. */
@Serdeable
@Schema(name = "Protocol")
record ProtocolView(String study, String version, String zone, String ruleSet, List<CriterionView> criteria) {

    @Serdeable
    @Schema(name = "ProtocolSummary")
    record Summary(String study, String version, @Nullable String supersedes, String ruleSet, int criteria) {}

    @Serdeable
    @Schema(name = "Criterion")
    record CriterionView(
            String id,
            Gate gate,
            String title,
            String statement,
            String cites,

            @Schema(description = "How an ambiguous text is read until the sponsor says otherwise.") @Nullable
            String reading,

            @Schema(description = "The rule file, inside the rule folder.")
            String file,

            List<LimitView> limits) {}

    @Serdeable
    @Schema(name = "Limit")
    record LimitView(String name, BigDecimal value, String unit, String text, String cites) {}

    static Summary summary(ProtocolVersion version) {
        String supersedes = version.lineage().size() > 1 ? version.lineage().get(1) : null;
        return new Summary(
                version.study(),
                version.version(),
                supersedes,
                version.ruleSet(),
                version.criteria().size());
    }

    static ProtocolView of(ProtocolVersion version, Locale language) {
        return new ProtocolView(
                version.study(),
                version.version(),
                version.zone().getId(),
                version.ruleSet(),
                version.criteria().stream()
                        .map(criterion -> criterion(criterion, version, language))
                        .toList());
    }

    private static CriterionView criterion(Criterion criterion, ProtocolVersion version, Locale language) {
        return new CriterionView(
                criterion.id(),
                criterion.gate(),
                version.title(criterion, language),
                version.statement(criterion, language),
                criterion.cites(),
                version.reading(criterion, language),
                criterion.file(),
                version.limits().all().values().stream()
                        .filter(limit -> limit.criterion().equals(criterion.id()))
                        .sorted(Comparator.comparing(Limit::key))
                        .map(limit -> limit(limit, version, language))
                        .toList());
    }

    private static LimitView limit(Limit limit, ProtocolVersion version, Locale language) {
        return new LimitView(
                limit.name(),
                version.limits().number(limit.key()),
                limit.unit(),
                version.shown(limit, language),
                limit.cites());
    }
}
