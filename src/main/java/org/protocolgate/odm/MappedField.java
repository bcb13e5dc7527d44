package org.protocolgate.odm;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From which item a field of a fact is filled.
 *
 * @param unit whether it is the unit of the item's value that fills it, not the value
 * @param words what each value of a code list, or each unit, is called here; where it is empty the value is taken as it is
 * @param times by what a number is multiplied, such as how often a day a dose is taken
 */
record MappedField(
        String item,
        boolean unit,
        Map<String, String> words,
        @Nullable MappedField times) {

    /** The items that it needs. */
    Stream<String> items() {
        return times == null ? Stream.of(item) : Stream.of(item, times.item());
    }
}
