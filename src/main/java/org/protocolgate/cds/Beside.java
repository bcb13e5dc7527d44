package org.protocolgate.cds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.protocolgate.evaluation.DrugExposure;
import org.protocolgate.importing.Reading;
import org.protocolgate.importing.Remark;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.SentFact;
import org.protocolgate.participant.Drug;
import org.protocolgate.participant.Entry;
import org.protocolgate.participant.Fact;
import org.protocolgate.study.FactView;
import org.protocolgate.study.Insight;

/** What came along, as facts beside those that are recorded; what is recorded already does not count twice. */
final class Beside {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Fact> recorded;
    private final Set<JsonNode> recordedBodies;
    private final Insight.View view;
    private final ZoneId zone;
    private final CdsTexts texts;
    private final List<Fact> facts = new ArrayList<>();
    private final Set<Fact> replaced = new HashSet<>();
    private final List<Doubt> doubts = new ArrayList<>();

    Beside(Insight.View view, ZoneId zone, CdsTexts texts) {
        this.recorded = view.dossier().facts();
        this.recordedBodies = view.facts().stream()
                .filter(fact -> fact.state() == FactView.State.CURRENT)
                .map(fact -> content(fact.fact()))
                .collect(Collectors.toSet());
        this.view = view;
        this.zone = zone;
        this.texts = texts;
    }

    List<Doubt> doubts() {
        return doubts;
    }

    /** The facts that are not recorded. */
    List<Fact> facts() {
        return facts;
    }

    /** The participant with them. */
    Insight.View view() {
        return facts.isEmpty() ? view : view.with(facts, replaced::contains);
    }

    /** Adds what a resource says; of what was taken over before, only what changed since. */
    void add(Reading reading, String place) {
        List<Fact> known = known(reading.record());
        doubt(reading, place);
        if (reading.kind() == Reading.Kind.TAKE_BACK && !known.isEmpty()) {
            doubts.add(new Doubt(place, texts.say("back")));
        }
        List<ObjectNode> others = reading.facts().stream()
                .filter(body -> !recordedBodies.contains(content(body)))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        if (!known.isEmpty()) {
            doubts.add(new Doubt(place, texts.say("differs")));
            replaced.addAll(known);
        }
        for (ObjectNode body : known.isEmpty() ? others : reading.facts()) {
            Fact fact = fact(body, place, place);
            if (fact != null && !isSameDrug(fact)) {
                facts.add(fact);
            }
        }
    }

    /** Adds what a reading remarks, where it leaves a doubt. */
    void doubt(Reading reading, String place) {
        if (reading.kind() == Reading.Kind.DOUBT || reading.kind() == Reading.Kind.REFUSE) {
            reading.remarks().forEach(remark -> doubts.add(new Doubt(place, text(remark))));
        }
    }

    private static String text(Remark remark) {
        return (remark.field() == null ? "" : remark.field() + ": ")
                + remark.text()
                + (remark.value() == null ? "" : " (" + remark.value() + ")");
    }

    /** What was taken over before of a resource, by its type and identifier, whatever its server was called. */
    private List<Fact> known(@Nullable String record) {
        return record == null
                ? List.of()
                : recorded.stream()
                        .filter(fact -> {
                            Entry.Source source = fact.entry().source();
                            String id = source == null ? null : source.id();
                            return id != null && (id.equals(record) || id.endsWith("/" + record));
                        })
                        .toList();
    }

    /** Whether the same drug, as much of it and as long, is recorded under another name or code of it. */
    private boolean isSameDrug(Fact fact) {
        return fact instanceof Drug drug
                && recorded.stream()
                        .anyMatch(one -> one instanceof Drug other
                                && other.period().equals(drug.period())
                                && Objects.equals(other.dailyDose(), drug.dailyDose())
                                && substance(drug) != null
                                && Objects.equals(substance(drug), substance(other))
                                && Objects.equals(other.route(), drug.route()));
    }

    private @Nullable String substance(Drug drug) {
        return DrugExposure.of(drug, view.version().terminology()).substance();
    }

    /** A fact, or null where it is none; that is told. */
    @Nullable
    Fact fact(ObjectNode body, String ref, String place) {
        try {
            byte[] sent =
                    JsonNodeFactory.instance.arrayNode().add(body).toString().getBytes(StandardCharsets.UTF_8);
            SentFact.readAll(sent, zone);
        } catch (RefusedException e) {
            e.violations()
                    .forEach(fault -> doubts.add(
                            new Doubt(place, fault.pointer().replaceFirst("^/0/?", "") + ": " + fault.message())));
            return null;
        }
        Entry entry = new Entry(ref, recorded.size() + facts.size(), null);
        return SentFact.kept(body.toString(), entry, zone);
    }

    /** What a fact says, whoever says it. */
    private static JsonNode content(Object body) {
        try {
            ObjectNode read = (ObjectNode)
                    JSON.readTree(body instanceof ObjectNode ? body.toString() : JSON.writeValueAsString(body));
            return read.without("source");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
