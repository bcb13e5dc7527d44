package org.protocolgate.protocol;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/**
 * One version of a study's protocol, ready to be asked.
 *
 * @param study registry identifier
 * @param version the protocol's version
 * @param lineage this version and those that it supersedes, newest first
 * @param zone the study site's time zone, in which all days are counted
 * @param criteria in the order of the protocol's tables
 * @param tables weights of scores and equivalences
 * @param dosing what it says of dose levels, or null where it has none
 * @param ruleSet digest of everything that decides
 * @param rules the compiled rules
 */
public record ProtocolVersion(
        String study,
        String version,
        List<String> lineage,
        ZoneId zone,
        List<Criterion> criteria,
        Limits limits,
        Terminology terminology,
        Tables tables,
        Texts texts,
        @Nullable Dosing dosing,
        String ruleSet,
        KieBase rules) {

    /** The criteria asked at a gate, in the order of the protocol's tables. */
    public List<Criterion> askedAt(Gate gate) {
        List<Gate> gates = gate.asks();
        return criteria.stream().filter(c -> gates.contains(c.gate())).toList();
    }

    public @Nullable Criterion criterion(String id) {
        return criteria.stream().filter(c -> c.id().equals(id)).findFirst().orElse(null);
    }

    /** The criterion's title in a language, with this version's numbers. */
    public String title(Criterion criterion, Locale language) {
        return texts.say(criterion.id() + ".title", slots(criterion.id(), language), language);
    }

    /** What the criterion demands, in a language, with this version's numbers. */
    public String statement(Criterion criterion, Locale language) {
        return texts.say(criterion.id() + ".statement", slots(criterion.id(), language), language);
    }

    /** How an ambiguous text is read, or null where the text leaves no doubt. */
    public @Nullable String reading(Criterion criterion, Locale language) {
        return criterion.reading() == null
                ? null
                : texts.say(criterion.id() + ".reading", slots(criterion.id(), language), language);
    }

    /** The numbers of a criterion with their units, in a language, by the name of their slot. */
    public Map<String, String> slots(String criterion, Locale language) {
        Map<String, String> slots = new LinkedHashMap<>();
        limits.all().values().stream()
                .filter(limit -> limit.criterion().equals(criterion) && limits.has(limit.key()))
                .forEach(limit -> slots.put(limit.name(), shown(limit, language)));
        return slots;
    }

    /** A number of the protocol with its unit, in a language. */
    public String shown(Limit limit, Locale language) {
        BigDecimal value = limits.number(limit.key());
        String unit = "unit." + limit.unit().replace(' ', '-');
        String one = unit + ".one";
        boolean singular = value.compareTo(BigDecimal.ONE) == 0 && texts.find(one, language) != null;
        return texts.say(singular ? one : unit, Map.of("n", Limit.shown(value)), language);
    }

    /** The same version with other numbers; the rules stay compiled as they are. */
    public ProtocolVersion with(Limits other) {
        return new ProtocolVersion(
                study, version, lineage, zone, criteria, other, terminology, tables, texts, dosing, ruleSet, rules);
    }
}
