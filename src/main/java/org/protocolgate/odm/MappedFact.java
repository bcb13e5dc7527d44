package org.protocolgate.odm;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a group of items becomes.
 *
 * @param name by which it is told from other facts of the same group, and known again
 * @param form of whose groups alone; null for all
 * @param event likewise
 * @param when values that items must have for the group to be such a fact
 * @param denied values by which the source says that it was not so
 * @param set fields that are always the same
 */
record MappedFact(
        String name,
        String group,
        @Nullable String form,
        @Nullable String event,
        String type,
        Map<String, Set<String>> when,
        Map<String, Set<String>> denied,
        Map<String, String> set,
        Map<String, MappedField> fields) {

    boolean isOf(Group one) {
        return group.equals(one.oid())
                && (form == null || form.equals(one.form()))
                && (event == null || event.equals(one.event()));
    }

    /** Every item that it names. */
    Set<String> items() {
        return Stream.concat(
                        Stream.concat(when.keySet().stream(), denied.keySet().stream()),
                        fields.values().stream().flatMap(MappedField::items))
                .collect(Collectors.toSet());
    }

    /** The items that fill a key of the fact, with all that is inside it. */
    Set<String> items(String key) {
        return fields.entrySet().stream()
                .filter(field -> key(field.getKey()).equals(key))
                .flatMap(field -> field.getValue().items())
                .collect(Collectors.toSet());
    }

    /** The key of the fact that a field is, or is inside. */
    static String key(String field) {
        int dot = field.indexOf('.');
        return dot < 0 ? field : field.substring(0, dot);
    }
}
