package org.protocolgate.odm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Column;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.SentFact;

/** Tries a value on a fact that holds nothing else. */
final class Trying {

    private Trying() {}

    /** What is wrong with the value in this field, or null; what else such a fact would need does not matter. */
    static @Nullable String faultOf(String type, Column column, String value, ZoneId zone) {
        ObjectNode fact = JsonNodeFactory.instance.objectNode().put("type", type);
        String fault = column.fill(fact, value);
        if (fault != null) {
            return fault;
        }
        String pointer = "/0/" + column.name().replace('.', '/');
        try {
            SentFact.readAll(
                    JsonNodeFactory.instance.arrayNode().add(fact).toString().getBytes(StandardCharsets.UTF_8), zone);
            return null;
        } catch (RefusedException e) {
            return e.violations().stream()
                    .filter(violation -> violation.pointer().startsWith(pointer))
                    .map(violation -> violation.message())
                    .findFirst()
                    .orElse(null);
        }
    }
}
