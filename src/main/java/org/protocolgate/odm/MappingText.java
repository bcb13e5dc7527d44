package org.protocolgate.odm;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Column;
import org.protocolgate.importing.Kinds;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.protocol.PlainYaml;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a mapping, and names everything in it that cannot be meant. */
final class MappingText {

    private static final Set<String> KEYS =
            Set.of("name", "group", "form", "event", "type", "when", "denied", "set", "fields");

    private final MapIn root;
    private final MappingFaults faults;
    private final ZoneId zone;

    private MappingText(MapIn root, MappingFaults faults, ZoneId zone) {
        this.root = root;
        this.faults = faults;
        this.zone = zone;
    }

    /**
     * Reads the text of a file.
     *
     * @param file its name, for faults
     * @throws RefusedException naming every fault by its place
     */
    static Mapping read(String file, String text, String digest, ZoneId zone) throws RefusedException {
        MappingFaults faults = new MappingFaults("mapping " + file);
        Object loaded = null;
        try {
            loaded = PlainYaml.load(text);
        } catch (YAMLException e) {
            faults.add("", "no YAML: " + e.getMessage());
            faults.refuseIfAny();
        }
        Mapping mapping = new MappingText(MapIn.of(loaded, "", faults), faults, zone).mapping(digest);
        faults.refuseIfAny();
        return mapping;
    }

    private Mapping mapping(String digest) {
        root.refuseOthers(Set.of("study", "subjects", "facts"));
        Map<String, String> subjects = root.texts("subjects");
        if (new HashSet<>(subjects.values()).size() < subjects.size()) {
            faults.add("subjects", "two subjects are one participant");
        }
        List<MappedFact> facts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (MapIn in : root.maps("facts")) {
            MappedFact fact = fact(in);
            if (!fact.name().matches("[\\w-]{1,40}") || !names.add(fact.name())) {
                faults.add(
                        in.place("name"),
                        "a name is expected that no other fact has, of at most 40 letters, digits, - and _");
            }
            facts.add(fact);
        }
        return new Mapping(digest, root.need("study"), subjects, facts);
    }

    private MappedFact fact(MapIn in) {
        in.refuseOthers(KEYS);
        String type = in.need("type");
        List<Column> columns = Kinds.of(type);
        if (columns == null) {
            faults.add(in.place("type"), "no kind of facts, " + type + "; expected one of " + Kinds.all());
        }
        Map<String, String> set = in.texts("set");
        Map<String, MappedField> fields = new LinkedHashMap<>();
        MapIn given = in.map("fields");
        for (String name : given.keys()) {
            fields.put(name, field(given, name));
            if (set.containsKey(name)) {
                faults.add(given.place(name), "stands under set too");
            }
        }
        if (columns != null) {
            set.forEach((name, value) ->
                    check(columns, type, name, value, in.map("set").place(name)));
            fields.forEach((name, field) -> {
                if (field.words().isEmpty()) {
                    check(columns, type, name, null, given.place(name));
                }
                field.words()
                        .values()
                        .forEach(word ->
                                check(columns, type, name, field.times() == null ? word : null, given.place(name)));
            });
        }
        return new MappedFact(
                in.need("name"),
                in.need("group"),
                in.get("form"),
                in.get("event"),
                type,
                in.choices("when"),
                in.choices("denied"),
                set,
                fields);
    }

    private MappedField field(MapIn in, String name) {
        String item = in.textOrNull(name);
        if (item != null) {
            return new MappedField(item, false, Map.of(), null);
        }
        MapIn field = in.map(name);
        field.refuseOthers(Set.of("item", "unitOf", "words", "times"));
        String of = field.get("item");
        String unitOf = field.get("unitOf");
        if ((of == null) == (unitOf == null)) {
            faults.add(field.place(""), "either item or unitOf is expected");
        }
        MappedField times = field.has("times") ? field(field, "times") : null;
        if (times != null) {
            times.words().values().stream()
                    .filter(word -> !word.matches("\\d{1,3}(\\.\\d{1,4})?"))
                    .forEach(word -> faults.add(field.place("times"), "a number is expected, not " + word));
        }
        return new MappedField(
                Objects.requireNonNullElse(of == null ? unitOf : of, ""), unitOf != null, field.texts("words"), times);
    }

    /** Whether there is such a field, and whether it may hold such a value. */
    private void check(List<Column> columns, String type, String name, @Nullable String value, String place) {
        Column column = columns.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
        if (column == null) {
            faults.add(place, "no field of " + type + "; expected one of " + Kinds.columns(type));
        } else if (value != null) {
            String fault = Trying.faultOf(type, column, value, zone);
            if (fault != null) {
                faults.add(place, value + ": " + fault);
            }
        }
    }
}
