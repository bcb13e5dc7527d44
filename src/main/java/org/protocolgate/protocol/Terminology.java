package org.protocolgate.protocol;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Drug codes and names to substances and classes, from {@code terminology/drugs.csv}. What cannot be mapped is said to be
 * unmapped; it is never taken for a drug of no class.
 */
public final class Terminology {

    private static final Pattern ATC = Pattern.compile("[A-Z]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?");
    private static final Pattern BLANKS = Pattern.compile("(?U)\\s+");

    private final List<Row> atc;
    private final Map<String, Row> rxnorm = new HashMap<>();
    private final Map<String, Row> names = new HashMap<>();
    private final Set<String> allergens = new HashSet<>();
    private final List<String> undecidedGroups;

    /**
     * A row of the table.
     *
     * @param system ATC (a prefix), RXNORM (an ingredient), NAME, ALLERGEN, or UNDECIDED (an ATC group in which an unlisted
     *     code may be of any class)
     */
    public record Row(String system, String key, @Nullable String substance, Set<String> classes) {}

    /** What a code or name is known to be: classes, none of them meaning a drug of no relevant class. */
    public record Match(@Nullable String substance, Set<String> classes) {}

    Terminology(List<Row> rows) {
        for (Row row : rows) {
            switch (row.system()) {
                case "RXNORM" -> rxnorm.put(row.key(), row);
                case "NAME" -> names.put(folded(row.key()), row);
                case "ALLERGEN" -> allergens.add(folded(row.key()));
                default -> {}
            }
        }
        atc = rows.stream().filter(row -> row.system().equals("ATC")).toList();
        undecidedGroups = rows.stream()
                .filter(row -> row.system().equals("UNDECIDED"))
                .map(Row::key)
                .toList();
    }

    /** The ATC code's classes by every matching prefix, or null where the code is malformed, undecided or too short to tell. */
    public @Nullable Match atc(String code) {
        String value = code.strip().toUpperCase(Locale.ROOT);
        if (!ATC.matcher(value).matches()) {
            return null;
        }
        Set<String> classes = new HashSet<>();
        Row nearest = null;
        String substance = null;
        for (Row row : atc) {
            if (value.startsWith(row.key())) {
                classes.addAll(row.classes());
                if (nearest == null || row.key().length() >= nearest.key().length()) {
                    nearest = row;
                }
            }
        }
        if (nearest != null) {
            substance = nearest.substance();
        }
        for (Row row : atc) {
            if (row.key().length() > value.length()
                    && row.key().startsWith(value)
                    && !classes.containsAll(row.classes())) {
                return null;
            }
        }
        if (nearest == null) {
            for (String group : undecidedGroups) {
                if (value.startsWith(group) || group.startsWith(value)) {
                    return null;
                }
            }
        }
        return new Match(substance, Set.copyOf(classes));
    }

    /** The RxNorm ingredient, or null where the table does not list it. */
    public @Nullable Match rxnorm(String code) {
        return match(rxnorm.get(code.strip()));
    }

    /** The drug of this name, in any spelling of case and blanks, or null. */
    public @Nullable Match name(String name) {
        return match(names.get(folded(name)));
    }

    /** The names of drugs that are known, for those who look one up. */
    public SortedSet<String> names() {
        return new TreeSet<>(names.keySet());
    }

    /** Whether a substance is one whose allergy excludes whatever its severity. */
    public boolean isAllergen(String substance) {
        return allergens.contains(folded(substance));
    }

    /** Whether a substance's text contains the name of such a substance. */
    public boolean mentionsAllergen(String substance) {
        String text = folded(substance);
        return allergens.stream().anyMatch(text::contains);
    }

    /** Text as names are compared: trimmed, blanks collapsed, case folded. */
    public static String folded(String text) {
        return BLANKS.matcher(text.strip())
                .replaceAll(" ")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    private static @Nullable Match match(@Nullable Row row) {
        return row == null ? null : new Match(row.substance(), row.classes());
    }
}
