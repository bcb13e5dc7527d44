package org.protocolgate.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;

/** Reads the JSON of another system from a file: no key twice, nothing after the end, no depth and no number without end. */
public final class SentJson {

    private static final int LONGEST_NUMBER = 100;

    private final ObjectReader reader;
    private final String malformed;

    /**
     * @param deepest how deep it may be nested
     * @param malformed what is said of a text that cannot be read; Jackson's own words may quote what was sent
     */
    public SentJson(int deepest, String malformed) {
        this.malformed = malformed;
        reader = JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(deepest)
                                .maxNumberLength(LONGEST_NUMBER)
                                .build())
                        .build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readerFor(JsonNode.class);
    }

    /** Reads a file token by token; to be closed. */
    public JsonParser parser(Path file) throws IOException {
        return reader.createParser(file.toFile());
    }

    /**
     * Reads a file whole.
     *
     * @return null where it is empty
     * @throws RefusedException where it is not well-formed, with line and column, or not in UTF-8
     */
    public @Nullable JsonNode read(Path file) throws RefusedException {
        try (var in = Files.newInputStream(file)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a text whole, likewise. */
    public @Nullable JsonNode read(byte[] text) throws RefusedException {
        return read(new ByteArrayInputStream(text));
    }

    private @Nullable JsonNode read(InputStream in) throws RefusedException {
        try {
            return reader.readTree(in);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw refused(malformed + (at == null ? "" : ": line " + at.getLineNr() + ", column " + at.getColumnNr()));
        } catch (CharConversionException | CharacterCodingException e) {
            throw refused("the text is not encoded as JSON has to be (UTF-8)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RefusedException refused(String message) {
        return new RefusedException(List.of(new Violation("", message)));
    }
}
