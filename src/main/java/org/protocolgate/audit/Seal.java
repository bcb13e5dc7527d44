package org.protocolgate.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ends of all chains at one moment, bound to the seal before it. Kept elsewhere, it shows what was cut off or rewritten
 * since.
 *
 * @param number from 1 on without a gap
 * @param sealedDay the day in the site's zone
 * @param heads a JSON list of {@code [chain, number, hash]}, by name of chain, exactly as it is hashed
 * @param previous hash of the seal before it, or 64 zeros
 * @param hash SHA-256 of the previous hash, a line feed, and a JSON list of number, day, time and the text of heads
 */
@MappedEntity("audit_seal")
public record Seal(@Id long number, LocalDate sealedDay, Instant at, String heads, String previous, String hash) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The end of a chain when it was sealed. */
    public record SealedHead(String chain, long seq, String hash) {}

    static Seal of(long number, LocalDate day, Instant at, List<SealedHead> heads, String previous) {
        return new Seal(number, day, at, text(heads), previous, "").hashed();
    }

    /** The same with the hash that belongs to what it says. */
    Seal hashed() {
        String says = JSON.createArrayNode()
                .add(number)
                .add(sealedDay.toString())
                .add(at.toString())
                .add(heads)
                .toString();
        String right = Digest.hex((previous + "\n" + says).getBytes(StandardCharsets.UTF_8));
        return new Seal(number, sealedDay, at, heads, previous, right);
    }

    /**
     * The ends of the chains, by name.
     *
     * @throws IllegalArgumentException when they are no JSON, because somebody changed them
     */
    public Map<String, SealedHead> ends() {
        try {
            return ends(JSON.readTree(heads));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("heads that are no JSON", e);
        }
    }

    static Map<String, SealedHead> ends(JsonNode list) {
        Map<String, SealedHead> ends = new LinkedHashMap<>();
        for (JsonNode head : list) {
            String chain = head.path(0).asText();
            ends.put(
                    chain,
                    new SealedHead(chain, head.path(1).asLong(), head.path(2).asText()));
        }
        return ends;
    }

    private static String text(List<SealedHead> heads) {
        var list = JSON.createArrayNode();
        heads.forEach(head -> list.addArray().add(head.chain()).add(head.seq()).add(head.hash()));
        return list.toString();
    }
}
