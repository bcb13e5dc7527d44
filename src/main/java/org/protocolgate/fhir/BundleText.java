package org.protocolgate.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;

/** Splits the text of a bundle into its entries: no key twice, nothing after the end, no depth without end. */
final class BundleText {

    private static final int DEEPEST = 60;
    private static final int LONGEST_NUMBER = 100;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private BundleText() {}

    /** @throws RefusedException where it is no bundle, or none of one state of one patient's record */
    static List<BundleEntry> read(Path file) throws RefusedException {
        JsonNode bundle = json(file);
        if (!bundle.path("resourceType").asText().equals("Bundle")) {
            throw refused("/resourceType", "a Bundle is expected");
        }
        if (bundle.path("type").asText().equals("history")) {
            throw refused("/type", "a history has several states of one resource; send the present one");
        }
        JsonNode entries = bundle.path("entry");
        if (!entries.isArray() && !entries.isMissingNode()) {
            throw refused("/entry", "a list is expected");
        }
        List<BundleEntry> read = new ArrayList<>();
        for (JsonNode entry : entries) {
            read.add(new BundleEntry(read.size(), BundleEntry.text(entry.path("fullUrl")), resource(entry)));
        }
        return read;
    }

    private static @Nullable ObjectNode resource(JsonNode entry) {
        return entry.path("resource") instanceof ObjectNode resource ? resource : null;
    }

    private static JsonNode json(Path file) throws RefusedException {
        try (var in = Files.newInputStream(file)) {
            JsonNode read = READER.readTree(in);
            if (read == null || !read.isObject()) {
                throw refused("", "a Bundle in JSON is expected");
            }
            return read;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            // Jackson's own words may quote what was sent
            throw refused(
                    "",
                    "no well-formed JSON, or nested too deep, or a key twice"
                            + (at == null ? "" : ": line " + at.getLineNr() + ", column " + at.getColumnNr()));
        } catch (java.io.CharConversionException | java.nio.charset.CharacterCodingException e) {
            throw refused("", "the text is not encoded as JSON has to be (UTF-8)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RefusedException refused(String pointer, String message) {
        return new RefusedException(List.of(new Violation(pointer, message)));
    }
}
