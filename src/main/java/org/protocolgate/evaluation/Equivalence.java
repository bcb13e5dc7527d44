package org.protocolgate.evaluation;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.protocolgate.protocol.Tables;

/** Doses of glucocorticoids as mg of prednisone, exact, by the table {@code glucocorticoids.csv}. */
final class Equivalence {

    private final Map<String, BigFraction> factors = new HashMap<>();

    Equivalence(Tables tables) {
        BigFraction prednisone = Fractions.of(tables.number("glucocorticoids", "prednisone"));
        tables.table("glucocorticoids")
                .forEach(row -> factors.put(row.item(), prednisone.divide(Fractions.of(row.number()))));
    }

    /** The daily dose as mg of prednisone, or null where the dose, its unit or the equivalence is not known. */
    @Nullable
    BigFraction of(DrugExposure exposure) {
        BigFraction milligrams = exposure.milligramsADay();
        BigFraction factor =
                exposure.isSteroid() && exposure.substance() != null ? factors.get(exposure.substance()) : null;
        return milligrams == null || factor == null ? null : milligrams.multiply(factor);
    }
}
