package org.protocolgate.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Readings that say only what changed become whole in the light of what was taken before. */
final class InTheLight {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .readerFor(ObjectNode.class);

    private final Map<String, String> before = new HashMap<>();
    private final Set<String> records = new LinkedHashSet<>();

    private InTheLight(List<EarlierText> earlier) {
        earlier.forEach(one -> {
            if (one.withdrawn()) {
                before.remove(one.sourceRecord());
            } else {
                before.put(one.sourceRecord(), one.body());
            }
            records.add(one.sourceRecord());
        });
    }

    static boolean isNeeded(List<Reading> readings) {
        return readings.stream().anyMatch(InTheLight::isOpen);
    }

    private static boolean isOpen(Reading reading) {
        return reading.kind() == Reading.Kind.AMEND || reading.kind() == Reading.Kind.TAKE_BACK_ALL;
    }

    /** @param earlier what was taken of the participant from the same system, the newest last */
    static List<Reading> of(List<Reading> readings, List<EarlierText> earlier) {
        InTheLight light = new InTheLight(earlier);
        Set<String> said = readings.stream()
                .filter(reading -> !isOpen(reading) || reading.kind() == Reading.Kind.AMEND)
                .map(Reading::record)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
        List<Reading> whole = new ArrayList<>();
        for (Reading reading : readings) {
            switch (reading.kind()) {
                case AMEND -> whole.add(light.amended(reading));
                case TAKE_BACK_ALL -> whole.addAll(light.takenBack(reading, said));
                default -> whole.add(reading);
            }
        }
        return whole;
    }

    private Reading amended(Reading reading) {
        ObjectNode change = reading.facts().get(0);
        String text = before.get(String.valueOf(reading.record()));
        if (text == null && reading.otherwise() != null) {
            return reading.otherwise();
        }
        List<Remark> remarks = new ArrayList<>(reading.remarks());
        ObjectNode fact;
        if (text == null) {
            remarks.add(Remark.of(
                    "changed at its source, but nothing was taken of it before: what is not said here is missing"));
            fact = Reading.sorted(merged(change.objectNode(), change));
        } else {
            fact = Reading.sorted(merged(read(text), change));
        }
        Reading.Kind kind = remarks.isEmpty() ? Reading.Kind.TAKE : Reading.Kind.DOUBT;
        return new Reading(
                reading.place(), reading.record(), reading.version(), kind, List.of(fact), List.copyOf(remarks));
    }

    /** What another reading speaks of is left to that one. */
    private List<Reading> takenBack(Reading reading, Set<String> said) {
        List<Reading> each = new ArrayList<>();
        for (String record : records) {
            if (record.startsWith(String.valueOf(reading.record())) && !said.contains(record)) {
                each.add(new Reading(
                        reading.place(),
                        record,
                        reading.version(),
                        Reading.Kind.TAKE_BACK,
                        List.of(),
                        reading.remarks()));
            }
        }
        if (each.isEmpty()) {
            each.add(new Reading(
                    reading.place(),
                    null,
                    null,
                    Reading.Kind.SKIP,
                    List.of(),
                    List.of(Remark.of("removed at its source; nothing was taken of it"))));
        }
        return each;
    }

    private static ObjectNode read(String text) {
        try {
            ObjectNode fact = JSON.readValue(text);
            fact.remove("source");
            return fact;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fact that was kept is no JSON", e);
        }
    }

    private static ObjectNode merged(ObjectNode fact, ObjectNode change) {
        change.fields().forEachRemaining(field -> {
            if (field.getValue().isNull()) {
                fact.remove(field.getKey());
            } else {
                fact.set(field.getKey(), field.getValue());
            }
        });
        return fact;
    }
}
