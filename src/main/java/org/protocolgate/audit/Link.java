package org.protocolgate.audit;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an entry is bound to the one before it: SHA-256 of the hash before it, a line feed, and a JSON list of all that the
 * entry says. The first of a chain is bound to {@link #BEGINNING}.
 */
final class Link {

    static final String BEGINNING = "0".repeat(64);

    private static final JsonMapper JSON = new JsonMapper();

    private Link() {}

    static String hash(String previous, Entry entry) {
        ArrayNode says = JSON.createArrayNode()
                .add(entry.id().toString())
                .add(entry.chain())
                .add(entry.seq())
                .add(entry.at().toString())
                .add(entry.username())
                .add(entry.role())
                .add(entry.action())
                .add(entry.participant())
                .add(entry.level())
                .add(entry.criterion())
                .add(entry.rule())
                .add(entry.status())
                .add(text(entry.decision()))
                .add(entry.record())
                .add(entry.details());
        return Digest.hex((previous + "\n" + says).getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
