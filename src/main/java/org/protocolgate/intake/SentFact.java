package org.protocolgate.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Drug;
import org.protocolgate.participant.Entry;
import org.protocolgate.participant.Fact;

/**
 * A fact that was sent to be kept.
 *
 * @param type its type, as in the dossier
 * @param kind what it is of that type: a kind, a test, a topic, a criterion or a dose level; null where it has none
 * @param ref the identifier that its sender gave it
 * @param body its text, without that identifier
 */
public record SentFact(
        Fact fact,
        String type,
        @Nullable String kind,
        @Nullable String ref,
        String body) {

    private static final int LONGEST_REF = 200;
    private static final int LONGEST_KIND = 100;
    private static final int LONGEST_BODY = 100_000;

    /**
     * Reads a list of facts.
     *
     * @throws RefusedException naming every fault by its place
     */
    public static List<SentFact> readAll(byte[] json, ZoneId zone) throws RefusedException {
        Faults faults = new Faults();
        JsonNode sent = Json.read(json);
        if (!sent.isArray() || sent.isEmpty()) {
            faults.add("", "a list of facts is expected");
        }
        List<SentFact> facts = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; sent.isArray() && i < sent.size(); i++) {
            ObjectIn in = ObjectIn.of(sent.get(i), "/" + i, faults, zone);
            String id = in.text("id");
            Integer same = id == null ? null : places.putIfAbsent(id, i);
            if (same != null) {
                in.fault("id", "the fact at index " + same + " has the same id");
            }
            SentFact fact = read(in);
            if (fact != null) {
                facts.add(fact);
            }
        }
        faults.refuseIfAny();
        return facts;
    }

    static @Nullable SentFact read(ObjectIn in) {
        String ref = in.text("id");
        String body = in.textWithout("id");
        if (ref != null && ref.length() > LONGEST_REF) {
            in.fault("id", "at most " + LONGEST_REF + " characters are expected");
        }
        if (body.length() > LONGEST_BODY) {
            in.fault("", "at most " + LONGEST_BODY + " characters are expected");
        }
        String kind = kind(in);
        if (kind != null && kind.length() > LONGEST_KIND) {
            in.fault("", "its kind, criterion or level has more than " + LONGEST_KIND + " characters");
        }
        String type = in.textIfAny("type");
        Fact fact = FactsIn.read(in, new Entry(ref == null ? "" : ref, 0, FactsIn.source(in)));
        return fact == null || type == null ? null : new SentFact(fact, type, kind, ref, body);
    }

    private static @Nullable String kind(ObjectIn in) {
        return Stream.of("kind", "test", "topic", "criterion", "level")
                .map(in::textIfAny)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Reads a fact from the text that was kept of it. */
    public static Fact kept(String body, Entry entry, ZoneId zone) {
        Faults faults = new Faults();
        try {
            ObjectIn in =
                    ObjectIn.of(Json.read(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)), "", faults, zone);
            Fact fact = FactsIn.read(in, new Entry(entry.ref(), entry.rank(), FactsIn.source(in)));
            faults.refuseIfAny();
            return Objects.requireNonNull(fact);
        } catch (RefusedException e) {
            throw new IllegalStateException("fact " + entry.ref() + " can no longer be read: " + e.getMessage(), e);
        }
    }

    /** Whether it may change what is answered about other participants. */
    public boolean concernsOthers() {
        return List.of("doseAssignment", "milestone", "safetyReview", "dltAssessment")
                .contains(type);
    }

    /** Whether somebody has to sign it: an answer that only an investigator can give. */
    public boolean isSigned() {
        boolean classification = fact instanceof Drug drug && drug.classifiedAs() != null;
        return classification
                || List.of("judgement", "safetyReview", "dltAssessment").contains(type);
    }
}
