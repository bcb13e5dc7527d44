package org.protocolgate.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;

/** Reads JSON text: numbers exactly as written, no key twice, nothing after the end, no depth without end. */
final class Json {

    private static final int DEEPEST = 20;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .readerFor(JsonNode.class);

    private Json() {}

    /** @throws RefusedException where the text is not well-formed, with line and column, or has texts that cannot be kept */
    static JsonNode read(byte[] text) throws RefusedException {
        try {
            JsonNode node = READER.readValue(text);
            if (node == null || node.isMissingNode()) {
                throw new RefusedException(
                        List.of(new Violation("", "a JSON object is expected, but nothing was sent")));
            }
            Faults faults = new Faults();
            Characters.check(node, "", faults);
            faults.refuseIfAny();
            return node;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            throw new RefusedException(
                    List.of(new Violation("", "no well-formed JSON: " + e.getOriginalMessage() + where)));
        } catch (IOException e) {
            throw new RefusedException(List.of(new Violation("", "the text is not encoded as JSON has to be (UTF-8)")));
        }
    }
}
