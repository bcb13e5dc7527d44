package org.protocolgate.cdisc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.protocolgate.protocol.Terminology;
import org.protocolgate.protocol.Terminology.Match;

/** Concomitant medications become drugs. */
final class Drugs {

    private static final Set<String> MASSES = Set.of("mg", "g", "ug");
    private static final Set<String> PIECES = Set.of("TABLET", "CAPSULE", "PILL", "CAPLET");
    private static final Set<String> LOCAL = Set.of("TOPICAL", "INHALED", "INTRANASAL", "OPHTHALMIC", "OTIC");
    private static final Map<String, Integer> TIMES =
            Map.of("QD", 1, "QAM", 1, "QPM", 1, "QHS", 1, "BID", 2, "Q12H", 2, "TID", 3, "Q8H", 3, "QID", 4, "Q6H", 4);
    private static final Map<String, String> ROUTES = Map.of(
            "ORAL", "ORAL",
            "INTRAVENOUS", "INTRAVENOUS",
            "INTRAMUSCULAR", "INTRAMUSCULAR",
            "SUBCUTANEOUS", "SUBCUTANEOUS",
            "TOPICAL", "TOPICAL",
            "RESPIRATORY (INHALATION)", "INHALED",
            "NASAL", "INTRANASAL",
            "OPHTHALMIC", "OPHTHALMIC",
            "AURICULAR (OTIC)", "OTIC",
            "INTRA-ARTICULAR", "INTRA_ARTICULAR");

    private Drugs() {}

    static void read(Row row, Terminology terminology, Notes notes) {
        String name = row.get("DECOD") == null ? row.get("TRT") : row.get("DECOD");
        if (name == null) {
            notes.none("TRT", "does not say which drug");
            return;
        }
        ObjectNode fact = notes.fact("drug");
        fact.put("name", name);
        Match match = terminology.name(name);
        boolean matters = match == null || !match.classes().isEmpty();
        if (match == null) {
            notes.doubt(
                    "TRT",
                    "not classified: it is not in the tables of drugs; until an investigator says which class it is of, "
                            + "the washouts stay unknown");
        }
        Periods.fill(row, fact, notes, matters);
        route(row, fact, notes, matters);
        String why = dose(row, fact);
        if (why != null && match != null && matters) {
            notes.doubt("DOSE", why);
        } else if (why != null) {
            notes.note(why);
        }
        String indication = row.get("INDC");
        if (indication != null && !indication.equals("PHYSIOLOGICAL_REPLACEMENT")) {
            fact.put("indication", indication);
        }
    }

    private static void route(Row row, ObjectNode fact, Notes notes, boolean matters) {
        String said = row.get("ROUTE");
        String route = said == null ? null : ROUTES.get(said);
        boolean swallowed = row.get("DOSU") != null && PIECES.contains(row.get("DOSU"));
        if (route != null && swallowed && LOCAL.contains(route)) {
            notes.doubt(
                    "ROUTE",
                    "a " + row.get("DOSU") + " is not given so: the route was left out, and counts as systemic");
        } else if (route != null) {
            fact.put("route", route);
        } else if (said != null && matters) {
            notes.doubt("ROUTE", "a route that is not in the tables: it counts as systemic");
        }
    }

    /** Fills the daily dose; or says why there is none. */
    private static @Nullable String dose(Row row, ObjectNode fact) {
        BigDecimal dose = row.number("DOSE");
        String unit = row.get("DOSU");
        String frequency = row.get("DOSFRQ");
        if (dose == null || unit == null) {
            return "no dose is said";
        }
        if (!MASSES.contains(unit)) {
            return "the unit of the dose, " + unit + ", is none of mass";
        }
        if (frequency == null || !TIMES.containsKey(frequency)) {
            return "how often a day it is taken is not said, or it is not the same each day";
        }
        fact.putObject("dailyDose")
                .put("value", dose.multiply(BigDecimal.valueOf(TIMES.get(frequency))))
                .put("unit", unit);
        return null;
    }
}
