package org.protocolgate.importing;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of facts that a sheet or a mapping can name, each with its columns. Any of them may be left out. What an investigator
 * has to sign is not among them.
 */
public final class Kinds {

    /** The column by which a row of a sheet is known again. */
    public static final String ID = "id";

    private static final Map<String, List<Column>> COLUMNS = new LinkedHashMap<>();

    static {
        add(
                "drug",
                "name code.system code.value route dailyDose.value:number dailyDose.unit start end on ongoing:flag indication");
        add("lab", "test value:number unit upperLimit:number result hydrated:flag on");
        add("vital", "kind value:number unit onRoomAir:flag method on");
        add(
                "condition",
                "kind name start end on ongoing:flag grade:number nyhaClass:number controlled:flag symptomatic:flag "
                        + "histologicalClass exemption");
        add("procedure", "kind name start end on ongoing:flag reason planned:flag");
        add("vaccination", "kind name on");
        add("allergy", "substance severity on start end ongoing:flag");
        add("contraception", "method name start end on ongoing:flag");
        add("studyParticipation", "study start end on ongoing:flag lastDose halfLifeDays:number noProduct:flag");
        add("adverseEvent", "term grade:number start end on ongoing:flag");
        add("milestone", "kind on");
        add("consent", "on withdrawnOn protocolVersion");
        add("agreement", "kind given:flag on");
        add("assessment", "kind total:number items:list classified:flag anaEntry:flag organs:list on");
        add("review", "topics:list on");
        add("event", "kind on");
    }

    private Kinds() {}

    private static void add(String kind, String columns) {
        COLUMNS.put(kind, Arrays.stream(columns.split(" ")).map(Kinds::column).toList());
    }

    private static Column column(String text) {
        String[] parts = text.split(":");
        return new Column(
                parts[0],
                parts.length == 1
                        ? Column.Type.TEXT
                        : Column.Type.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT)));
    }

    /** Their names. */
    public static Collection<String> all() {
        return COLUMNS.keySet();
    }

    /** The columns of a kind, or null where there is none. */
    public static @Nullable List<Column> of(String kind) {
        return COLUMNS.get(kind);
    }

    /** The names of the columns of a kind. */
    public static Set<String> columns(String kind) {
        return COLUMNS.getOrDefault(kind, List.of()).stream()
                .map(Column::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those of all kinds. */
    public static Set<String> columns() {
        return COLUMNS.values().stream()
                .flatMap(List::stream)
                .map(Column::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
