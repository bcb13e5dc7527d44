package org.protocolgate.study;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an authorisation permits, and what it rests on.
 *
 * @param on the only day for which it is good
 * @param asked the same as the question had it, with a time where one was given
 * @param level the dose level's name
 * @param cells the cells planned, as the assignment has them
 * @param answer digest of the decision's answer
 * @param ruleSet digest of all that decided
 */
record Permit(
        String participant,
        LocalDate on,
        String asked,
        String level,
        @Nullable String cells,
        UUID decision,
        String answer,
        String ruleSet) {

    static Permit read(String body) {
        Map<String, String> read = Body.read(body, new TypeReference<>() {});
        return new Permit(
                Body.text(read, "participant"),
                LocalDate.parse(Body.text(read, "on")),
                Body.text(read, "asked"),
                Body.text(read, "level"),
                read.get("cells"),
                UUID.fromString(Body.text(read, "decision")),
                Body.text(read, "answer"),
                Body.text(read, "ruleSet"));
    }

    Dose dose() {
        return new Dose(level, cells);
    }

    String body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("participant", participant);
        body.put("on", on.toString());
        body.put("asked", asked);
        body.put("level", level);
        body.put("cells", cells);
        body.put("decision", decision.toString());
        body.put("answer", answer);
        body.put("ruleSet", ruleSet);
        return Body.write(body);
    }
}
