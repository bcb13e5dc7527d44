package org.protocolgate.screen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.intake.Violation;

/**
 * A form for one fact, empty or as it was typed.
 *
 * @param prefix what its identifiers begin with, so that several forms fit on a page
 * @param action where it is sent
 * @param key a name for the request, so that sending it twice records it once
 * @param corrects whether it corrects a fact, so that a reason is asked for
 * @param signed whether a password is asked for: always, or only if a drug is classified
 * @param faults what is wrong, by the field where it is; under the empty name what belongs to none
 */
public record FactForm(
        String prefix,
        String type,
        String action,
        UUID key,
        boolean corrects,
        boolean signed,
        List<Field> fields,
        Map<String, String> typed,
        Map<String, String> faults) {

    private static final List<String> BESIDE = List.of(SentForm.BECAUSE, "password");

    /** The fields with what was typed. */
    public List<Input> inputs() {
        return fields.stream().map(this::input).toList();
    }

    private Input input(Field field) {
        return new Input(field, prefix + field.name().replace('.', '-'), typed, faults.get(field.name()));
    }

    @Nullable
    public String fault(String name) {
        return faults.get(name);
    }

    public String typed(String name) {
        return typed.getOrDefault(name, "");
    }

    public boolean isChosen(String name) {
        return typed.containsKey(name);
    }

    /** The same form with what is wrong. */
    FactForm with(Map<String, String> form, List<Violation> violations) {
        Map<String, String> named = new LinkedHashMap<>();
        for (Violation violation : violations) {
            named.merge(place(violation.pointer()), violation.message(), (a, b) -> a + "; " + b);
        }
        return new FactForm(prefix, type, action, key, corrects, signed, fields, form, named);
    }

    /** The field that a JSON pointer leads to or into, or none. */
    private String place(String pointer) {
        if (corrects && pointer.equals("/reason")) {
            return SentForm.BECAUSE;
        }
        String path = pointer.replaceFirst("^/(0|replacement)(/|$)", "")
                .replaceFirst("^/", "")
                .replace('/', '.');
        List<String> names = new ArrayList<>(BESIDE);
        fields.forEach(field -> names.add(field.name()));
        return names.stream()
                .filter(name -> path.equals(name) || path.startsWith(name + "."))
                .findFirst()
                .orElseGet(() -> inObject(path));
    }

    /** An object of which a part is missing is named by its first field. */
    private String inObject(String path) {
        return fields.stream()
                .map(Field::name)
                .filter(name -> !path.isEmpty() && name.startsWith(path + "."))
                .findFirst()
                .orElse("");
    }

    /** A field of a form, with what was typed in it. */
    record Input(
            Field field,
            String id,
            Map<String, String> typed,
            @Nullable String fault) {

        public String value() {
            return typed.getOrDefault(field.name(), "");
        }

        public boolean isChosen(String option) {
            return field.kind() == Field.Kind.CHOICES
                    ? typed.containsKey(field.name() + "." + option)
                    : value().equals(option);
        }

        public boolean isMarked() {
            return !value().isEmpty();
        }
    }
}
