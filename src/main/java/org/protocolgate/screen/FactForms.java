package org.protocolgate.screen;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.study.FactView;
import org.protocolgate.study.NotThereException;

/** Makes the forms in which facts are entered and corrected. */
@Singleton
public final class FactForms {

    private final ServedRules rules;

    FactForms(ServedRules rules) {
        this.rules = rules;
    }

    /** The names of drugs that the terminology knows. */
    SortedSet<String> drugs() {
        return rules.ask(rulebook ->
                rulebook.newest(rulebook.study()).orElseThrow().terminology().names());
    }

    /** The names of the dose levels that are planned. */
    public List<String> levels() {
        return fields().getOrDefault("doseAssignment", List.of()).stream()
                .filter(field -> field.name().equals("level"))
                .findFirst()
                .map(Field::options)
                .orElse(List.of());
    }

    /** The types of facts that somebody may enter. */
    List<String> types(boolean maySign) {
        return fields().keySet().stream()
                .filter(type -> maySign || !FactFields.SIGNED.contains(type))
                .toList();
    }

    /**
     * An empty form, or one with something filled in.
     *
     * @throws NotThereException where nobody may enter such a fact here
     */
    FactForm of(String code, String type, String prefix, Map<String, String> typed, boolean maySign) {
        if (!types(maySign).contains(type)) {
            throw new NotThereException("no such form");
        }
        return form(prefix, type, "/participants/" + code + "/facts", typed, maySign, false);
    }

    /** The form that corrects a fact, filled with it. */
    FactForm correcting(String code, FactView fact, boolean maySign) {
        Map<String, String> typed = new HashMap<>();
        List<Field> fields = fields().getOrDefault(fact.type(), List.of());
        flatten("", fact.fact(), typed);
        fields.stream()
                .filter(field -> field.kind() == Field.Kind.MARK && "false".equals(typed.get(field.name())))
                .forEach(field -> typed.remove(field.name()));
        String action = "/participants/" + code + "/facts/" + fact.id() + "/correction";
        return form("", fact.type(), action, typed, maySign, true);
    }

    /** What was recorded, as it would have been typed. */
    private static void flatten(String at, Map<?, ?> values, Map<String, String> typed) {
        values.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                flatten(at + key + ".", inner, typed);
            } else if (value instanceof List<?> items) {
                typed.put(
                        at + key,
                        String.join(", ", items.stream().map(String::valueOf).toList()));
                items.forEach(item -> typed.put(at + key + "." + item, "on"));
            } else if (value != null) {
                typed.put(at + key, value.toString());
            }
        });
        if (values.get("topic") instanceof String topic) {
            typed.put(at + "topics." + topic, "on");
        }
    }

    private FactForm form(
            String prefix, String type, String action, Map<String, String> typed, boolean maySign, boolean corrects) {
        List<Field> fields = fields().getOrDefault(type, List.of()).stream()
                .filter(field -> maySign || !field.name().equals(FactFields.CLASSES))
                .toList();
        boolean signed = maySign && (FactFields.SIGNED.contains(type) || type.equals("drug"));
        return new FactForm(
                prefix, type, action, UUID.randomUUID(), corrects, signed, fields, Map.copyOf(typed), Map.of());
    }

    /** The fields of each type of fact. */
    Map<String, List<Field>> fields() {
        return rules.ask(rulebook -> {
            ProtocolVersion newest = rulebook.newest(rulebook.study()).orElseThrow();
            List<String> versions = rulebook.versions().stream()
                    .filter(version -> version.study().equals(newest.study()))
                    .map(ProtocolVersion::version)
                    .toList();
            return new FactFields(newest, versions).all();
        });
    }
}
