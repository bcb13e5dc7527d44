package org.protocolgate.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The deliveries of a service, as a monitor sees them. */
public final class Outbox {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Trial trial;

    public Outbox(Trial trial) {
        this.trial = trial;
    }

    /** Those to a recipient, in the order of what happened. */
    public List<JsonNode> to(String recipient) {
        List<JsonNode> found = new ArrayList<>();
        trial.get("/api/deliveries?limit=500").get("deliveries").forEach(found::add);
        return found.stream()
                .filter(one -> one.get("recipient").asText().equals(recipient))
                .sorted(Comparator.comparingLong(one -> one.get("event").asLong()))
                .toList();
    }

    /** The same in words: kind, state, attempts. */
    public List<String> words(String recipient) {
        return to(recipient).stream()
                .map(one -> one.get("kind").asText() + " " + one.get("state").asText() + " "
                        + one.get("attempts").asInt())
                .toList();
    }

    /** Waits until the last one to a recipient is as it should be, and gives it. */
    public JsonNode await(String recipient, Predicate<JsonNode> right) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<JsonNode> found = to(recipient);
        while (System.nanoTime() < end) {
            if (!found.isEmpty() && right.test(found.get(found.size() - 1))) {
                return found.get(found.size() - 1);
            }
            found = to(recipient);
        }
        throw new AssertionError("it does not come: " + found);
    }

    public JsonNode awaitState(String recipient, String state) {
        return await(recipient, one -> one.get("state").asText().equals(state));
    }

    /** Waits for an attempt that failed. */
    public JsonNode awaitFault(String recipient, int attempts) {
        return await(
                recipient,
                one -> one.get("attempts").asInt() == attempts
                        && !one.get("lastFault").isNull());
    }
}
