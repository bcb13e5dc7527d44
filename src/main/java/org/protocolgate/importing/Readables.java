package org.protocolgate.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Digest;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.SentFact;
import org.protocolgate.intake.Violation;

/** Reads the facts of records by the same rules as those that are sent to be recorded. */
final class Readables {

    private static final int LONGEST_RECORD = 300;
    private static final int LONGEST_VERSION = 200;

    private Readables() {}

    static List<Readable> of(List<Reading> readings, String system, ZoneId zone) {
        List<Readable> read =
                readings.stream().map(reading -> of(reading, system, zone)).toList();
        return withoutThoseThatContradictEachOther(read);
    }

    private static Readable of(Reading reading, String system, ZoneId zone) {
        List<Readable.Part> parts = new ArrayList<>();
        List<Remark> faults = new ArrayList<>();
        String record = reading.record();
        if (record != null && record.length() > LONGEST_RECORD) {
            faults.add(Remark.of("its identifier has more than " + LONGEST_RECORD + " characters"));
        }
        if (reading.version() != null && reading.version().length() > LONGEST_VERSION) {
            faults.add(Remark.of("its version has more than " + LONGEST_VERSION + " characters"));
        }
        if (record == null) {
            String content = reading.facts().isEmpty()
                    ? reading.place()
                    : reading.facts().toString();
            record = "content " + Digest.of(content);
        }
        for (ObjectNode fact : reading.facts()) {
            ObjectNode body = fact.deepCopy();
            ObjectNode source = body.putObject("source");
            source.put("system", system).put("id", record);
            if (reading.version() != null) {
                source.put("version", reading.version());
            }
            try {
                byte[] sent = JsonNodeFactory.instance
                        .arrayNode()
                        .add(body)
                        .toString()
                        .getBytes(StandardCharsets.UTF_8);
                parts.add(new Readable.Part(SentFact.readAll(sent, zone).get(0), body, Digest.of(fact.toString())));
            } catch (RefusedException e) {
                e.violations().forEach(violation -> faults.add(remark(violation, fact)));
            }
        }
        return faults.isEmpty()
                ? new Readable(reading, record, reading.kind(), parts, reading.remarks())
                : new Readable(
                        reading,
                        record,
                        Reading.Kind.REFUSE,
                        List.of(),
                        Stream.concat(faults.stream(), reading.remarks().stream())
                                .toList());
    }

    private static Remark remark(Violation violation, ObjectNode fact) {
        String pointer = violation.pointer().replaceFirst("^/0", "");
        JsonNode value = fact.at(pointer);
        String field = pointer.isEmpty() ? null : pointer.substring(1).replace('/', '.');
        return new Remark(field, value.isValueNode() ? value.asText() : null, violation.message());
    }

    /** Of two records of one identity with other contents, nobody can say which is true. */
    private static List<Readable> withoutThoseThatContradictEachOther(List<Readable> all) {
        Map<String, Readable> first = new HashMap<>();
        Map<String, Remark> contradicted = new HashMap<>();
        for (Readable one : all) {
            Readable before = first.putIfAbsent(one.record(), one);
            if (before != null && !before.content().equals(one.content())) {
                contradicted.put(
                        one.record(),
                        Remark.of("stands twice in what was sent, differently: "
                                + before.reading().place() + " and "
                                + one.reading().place()));
            }
        }
        List<Readable> kept = new ArrayList<>();
        for (Readable one : all) {
            Remark contradiction = contradicted.get(one.record());
            Readable before = first.get(one.record());
            if (contradiction != null) {
                kept.add(one.but(Reading.Kind.REFUSE, contradiction));
            } else if (before != one && before != null && !one.facts().isEmpty()) {
                kept.add(one.but(
                        Reading.Kind.SKIP,
                        Remark.of("the same as " + before.reading().place())));
            } else {
                kept.add(one);
            }
        }
        return kept;
    }

    static List<Remark> and(List<Remark> remarks, @Nullable Remark more) {
        List<Remark> all = new ArrayList<>(remarks);
        if (more != null) {
            all.add(more);
        }
        return List.copyOf(all);
    }
}
