package org.protocolgate.audit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** A seal as a file, to be kept elsewhere. */
public final class SealFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private SealFile() {}

    /** A seal in JSON. */
    public static String text(Seal seal) {
        try {
            var text = JSON.createObjectNode();
            text.put("number", seal.number())
                    .put("day", seal.sealedDay().toString())
                    .put("at", seal.at().toString());
            text.set("heads", JSON.readTree(seal.heads()));
            return text.put("previous", seal.previous())
                    .put("hash", seal.hash())
                    .toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("heads that are no JSON", e);
        }
    }

    /**
     * Reads a seal.
     *
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException when it is no seal, or is not as it was written
     */
    public static Seal read(Path file) throws IOException {
        try {
            JsonNode text = JSON.readTree(Files.readAllBytes(file));
            Seal seal = new Seal(
                    text.path("number").asLong(),
                    LocalDate.parse(text.path("day").asText()),
                    Instant.parse(text.path("at").asText()),
                    text.path("heads").toString(),
                    text.path("previous").asText(),
                    text.path("hash").asText());
            if (!seal.equals(seal.hashed())) {
                throw new IllegalArgumentException(file + " was changed: it does not have its hash");
            }
            return seal;
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException(file + " is no seal", e);
        }
    }

    /** The name of the file, by number and day. */
    public static String name(Seal seal) {
        return String.format("seal-%06d-%s.json", seal.number(), seal.sealedDay());
    }

    /** Writes a seal into a folder, whole or not at all; a file that is there already stays. */
    static void write(Seal seal, Path folder) throws IOException {
        Path file = folder.resolve(name(seal));
        if (Files.exists(file)) {
            return;
        }
        Path part = Files.createTempFile(folder, ".seal", null);
        try {
            Files.writeString(part, text(seal) + "\n");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
