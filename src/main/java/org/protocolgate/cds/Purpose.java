package org.protocolgate.cds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.protocolgate.protocol.Terminology;

/** What an order or an appointment is for, as far as it says so. */
enum Purpose {
    INFUSION,
    /** Something else, or nothing that is known here. */
    OTHER,
    /** It does not say. */
    UNSAID;

    private static final List<String> WORDS = words(",services", ",all");
    private static final List<String> WORDS_OF_DRUGS = words(",all");

    private static final String MEDICATION = "medicationCodeableConcept";

    /** Where it would say so. */
    private static final List<String> SAYING = List.of(
            "code",
            "serviceCategory",
            "serviceType",
            "specialty",
            "appointmentType",
            "reasonCode",
            "description",
            "comment",
            "orderDetail",
            "patientInstruction");

    private static final Set<String> TEXTS = Set.of("text", "display");

    /**
     * @param codes of the infusion, {@code system|code}
     */
    static Purpose of(ObjectNode resource, Set<String> codes) {
        List<String> said = new ArrayList<>();
        List<String> coded = new ArrayList<>();
        boolean drug = resource.path("resourceType").asText().equals("MedicationRequest");
        List<String> saying = drug ? List.of(MEDICATION) : SAYING; // why a drug is given says nothing of what it is
        saying.forEach(key -> collect(resource.path(key), key, said, coded));
        List<String> words = drug ? WORDS_OF_DRUGS : WORDS;
        boolean named = said.stream()
                .map(text -> Terminology.folded(text).toLowerCase(Locale.ROOT))
                .anyMatch(text -> words.stream().anyMatch(text::contains));
        if (named || coded.stream().anyMatch(codes::contains)) {
            return INFUSION;
        }
        return said.isEmpty() && coded.isEmpty() ? UNSAID : OTHER;
    }

    /** Whether a drug is the product itself. */
    static boolean isInfusion(ObjectNode resource, Set<String> codes) {
        return of(resource, codes) == INFUSION;
    }

    private static void collect(JsonNode node, String key, List<String> said, List<String> coded) {
        if (node.isArray()) {
            node.forEach(item -> collect(item, key, said, coded));
        } else if (node.isTextual()) {
            said.add(node.textValue());
        } else if (node.isObject()) {
            if (node.path("code").isTextual()) {
                coded.add(node.path("system").asText() + "|" + node.path("code").asText());
            }
            node.fields().forEachRemaining(field -> {
                if (field.getValue().isContainerNode() || TEXTS.contains(field.getKey())) {
                    collect(field.getValue(), field.getKey(), said, coded);
                }
            });
        }
    }

    private static List<String> words(String... endings) {
        try (InputStream in = Objects.requireNonNull(Purpose.class.getResourceAsStream("/codes/infusion.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> Stream.of(endings).anyMatch(line::endsWith) && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.lastIndexOf(',')))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
