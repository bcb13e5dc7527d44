package org.protocolgate.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.PartialDate;

/**
 * One JSON object, read key by key. What is null, or blank text, is missing. A key that nobody asked for is a fault, because
 * a misspelt key must not become a missing value. Reading a faulty value gives null and notes the fault.
 */
final class ObjectIn {

    private final @Nullable JsonNode node;
    private final String pointer;
    private final Faults faults;
    private final ZoneId zone;
    private final Set<String> asked = new HashSet<>();

    private ObjectIn(@Nullable JsonNode node, String pointer, Faults faults, ZoneId zone) {
        this.node = node;
        this.pointer = pointer;
        this.faults = faults;
        this.zone = zone;
    }

    /** An object at a place; another kind of value there is noted and read as an empty object. */
    static ObjectIn of(JsonNode node, String pointer, Faults faults, ZoneId zone) {
        if (node.isObject()) {
            return new ObjectIn(node, pointer, faults, zone);
        }
        faults.add(pointer, "an object is expected");
        return new ObjectIn(null, pointer, faults, zone);
    }

    /** The same object, its instants moved to another zone. */
    ObjectIn in(ZoneId other) {
        ObjectIn same = new ObjectIn(node, pointer, faults, other);
        same.asked.addAll(asked);
        return same;
    }

    String at(String key) {
        return at(pointer, key);
    }

    static String at(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    void fault(String key, String message) {
        faults.add(key.isEmpty() ? pointer : at(key), message);
    }

    /** The object's text, without some of its keys. */
    String textWithout(String... keys) {
        return node instanceof ObjectNode object
                ? object.deepCopy().without(Arrays.asList(keys)).toString()
                : "{}";
    }

    /** Whether a value is there, of whatever kind. */
    boolean has(String key) {
        return value(key) != null;
    }

    /** Notes each of these that is missing. */
    void require(String... keys) {
        for (String key : keys) {
            if (node != null && value(key) == null) {
                fault(key, "is missing");
            }
        }
    }

    @Nullable
    String text(String key) {
        JsonNode value = value(key, JsonNode::isTextual, "text is expected");
        return value == null ? null : value.textValue();
    }

    /** The text, or null where there is none or another kind of value. */
    @Nullable
    String textIfAny(String key) {
        JsonNode value = value(key);
        return value == null ? null : value.textValue();
    }

    @Nullable
    Boolean flag(String key) {
        JsonNode value = value(key, JsonNode::isBoolean, "true or false is expected");
        return value == null ? null : value.booleanValue();
    }

    /** A flag that counts as false where it is missing. */
    boolean isTrue(String key) {
        return Boolean.TRUE.equals(flag(key));
    }

    /** A finite number that is not negative. */
    @Nullable
    BigDecimal number(String key) {
        JsonNode value = value(key, JsonNode::isNumber, "a number is expected");
        return value == null ? null : inRange(key, value.decimalValue());
    }

    /** The number, or null where it is one that cannot be taken, which is noted. */
    @Nullable
    BigDecimal inRange(String key, BigDecimal number) {
        String fault = Numbers.faultOf(number);
        if (fault != null) {
            fault(key, fault);
        }
        return fault == null ? number : null;
    }

    @Nullable
    PartialDate date(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        PartialDate date = Dates.read(text, zone);
        if (date == null) {
            fault(
                    key,
                    "no date: a year, month or day is expected (2026, 2026-03, 2026-03-09), with a time or an instant "
                            + "where it is known (2026-03-09T10:00, 2026-03-09T10:00:00+08:00)");
        }
        return date;
    }

    /** A date whose day is known. */
    @Nullable
    PartialDate day(String key) {
        PartialDate date = date(key);
        if (date != null && !date.isFull()) {
            fault(key, "a full date is expected");
            return null;
        }
        return date;
    }

    <E extends Enum<E>> @Nullable E word(String key, Class<E> words) {
        String text = text(key);
        return text == null ? null : word(at(key), text, words);
    }

    private <E extends Enum<E>> @Nullable E word(String place, String text, Class<E> words) {
        for (E word : words.getEnumConstants()) {
            if (word.toString().equals(text)) {
                return word;
            }
        }
        faults.add(place, "unknown value; expected one of " + Arrays.toString(words.getEnumConstants()));
        return null;
    }

    /** The words of a list, faulty ones left out and noted. */
    <E extends Enum<E>> List<E> words(String key, Class<E> words) {
        List<E> read = new ArrayList<>();
        List<String> texts = texts(key);
        for (int i = 0; i < texts.size(); i++) {
            E word = word(at(key) + "/" + i, texts.get(i), words);
            if (word != null) {
                read.add(word);
            }
        }
        return read;
    }

    /** The texts of a list; a missing list is empty. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        List<JsonNode> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isTextual() && !items.get(i).textValue().isBlank()) {
                texts.add(items.get(i).textValue());
            } else {
                faults.add(at(key) + "/" + i, "text is expected");
            }
        }
        return texts;
    }

    @Nullable
    ObjectIn object(String key) {
        JsonNode value = value(key);
        return value == null ? null : of(value, at(key), faults, zone);
    }

    /** The objects of a list; a missing list is empty. */
    List<ObjectIn> objects(String key) {
        List<ObjectIn> objects = new ArrayList<>();
        List<JsonNode> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            objects.add(of(items.get(i), at(key) + "/" + i, faults, zone));
        }
        return objects;
    }

    private List<JsonNode> items(String key) {
        JsonNode value = value(key, JsonNode::isArray, "a list is expected");
        List<JsonNode> items = new ArrayList<>();
        if (value != null) {
            value.forEach(items::add);
        }
        return items;
    }

    /** Notes every key that nobody asked for. */
    void refuseOthers() {
        Iterator<String> keys = node == null ? Collections.emptyIterator() : node.fieldNames();
        while (keys.hasNext()) {
            String key = keys.next();
            if (!asked.contains(key)) {
                fault(key, "unknown key");
            }
        }
    }

    private @Nullable JsonNode value(String key, Predicate<JsonNode> kind, String expected) {
        JsonNode value = value(key);
        if (value != null && !kind.test(value)) {
            fault(key, expected);
            return null;
        }
        return value;
    }

    private @Nullable JsonNode value(String key) {
        asked.add(key);
        JsonNode value = node == null ? null : node.get(key);
        return value == null
                        || value.isNull()
                        || (value.isTextual() && value.textValue().isBlank())
                ? null
                : value;
    }
}
