package org.protocolgate.fhir;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;

/**
 * What the name of an RxNorm product says: RxNorm writes all of them alike, as ingredient, strength and dose form. The name is what
 * the sender displays with the code; of a name that is written otherwise, or of several ingredients, nothing is read.
 *
 * @param mg the milligrams in one piece, where it is swallowed in pieces; else empty
 * @param route the route that the dose form has; empty where it has none by itself
 */
record ProductName(String ingredient, String mg, String route) {

    private static final Pattern NAME = Pattern.compile(
            "(?:\\d+(?:\\.\\d+)? (?:HR|ACTUAT|ML) )?(?<ingredient>[A-Za-z][A-Za-z '-]*) (?<strength>\\d+(?:\\.\\d+)?)"
                    + " (?<unit>[A-Z]+(?:/[A-Z]+)?) (?<form>[A-Z][A-Za-z ]+?)(?: \\[[^\\]]+])?");
    private static final Pattern PIECES =
            Pattern.compile("(?:(?:Extended|Delayed) Release |Disintegrating |Chewable )?Oral (?:Tablet|Capsule)");
    private static final Set<String> SWALLOWED = Set.of("Oral Solution", "Oral Suspension");
    private static final Map<String, String> BY_WORD = Map.of(
            "Topical", "TOPICAL",
            "Ophthalmic", "OPHTHALMIC",
            "Nasal", "INTRANASAL",
            "Inhalation", "INHALED",
            "Inhaler", "INHALED");

    /** @return null where the name is not of this kind */
    static @Nullable ProductName of(@Nullable Coding coding) {
        if (coding == null || !coding.hasDisplay()) {
            return null;
        }
        Matcher name = NAME.matcher(coding.getDisplay().strip());
        if (!name.matches()) {
            return null;
        }
        String form = name.group("form");
        boolean inPieces = PIECES.matcher(form).matches();
        return new ProductName(
                name.group("ingredient"),
                inPieces && name.group("unit").equals("MG") ? name.group("strength") : "",
                inPieces || SWALLOWED.contains(form) ? "ORAL" : byWord(form));
    }

    private static String byWord(String form) {
        return BY_WORD.entrySet().stream()
                .filter(word -> Set.of(form.split(" ")).contains(word.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .reduce((one, other) -> "")
                .orElse("");
    }
}
