package org.protocolgate.fhir;

import java.io.InputStream;
import java.math.BigDecimal;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumService;
import org.jspecify.annotations.Nullable;

/** Converts between units of one kind, as UCUM has them; from an amount to a mass only the rules convert, by a cited table. */
final class Units {

    private static final UcumService UCUM = load();

    private Units() {}

    private static UcumService load() {
        try (InputStream in = UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml")) {
            return new UcumEssenceService(in);
        } catch (UcumException | java.io.IOException e) {
            throw new IllegalStateException("the units of UCUM cannot be read", e);
        }
    }

    /** The value in another unit, or null where the one cannot be converted into the other. */
    static @Nullable BigDecimal convert(BigDecimal value, String from, String to) {
        if (from.equals(to)) {
            return value;
        }
        if (from.isBlank() || to.isBlank()) {
            return null; // no unit is an Error to the library, not an exception
        }
        try {
            if (!UCUM.isComparable(from, to)) {
                return null;
            }
            Decimal converted = UCUM.convert(new Decimal(value.toPlainString()), from, to);
            return new BigDecimal(converted.asDecimal()).stripTrailingZeros();
        } catch (UcumException | RuntimeException e) {
            return null;
        }
    }
}
