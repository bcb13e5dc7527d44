package org.protocolgate.study;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How an authorisation ceased to be open.
 *
 * @param reason what a person gave as a reason, or what stands in the way, in English
 * @param criteria the criteria that stand in the way
 */
record Ending(How how, String reason, List<String> criteria) {

    static final String DAY_OVER = "its day is over";

    /** The ways in which an authorisation ends. */
    enum How {
        /** The infusion that it permits was recorded. */
        USED,
        /** A person took it back. */
        REVOKED,
        /** By what was recorded since, the same question is no longer answered with PROCEED. */
        VOID,
        /** Its day is over. */
        LAPSED
    }

    static Ending read(String body) {
        Map<String, Object> read = Body.read(body);
        return new Ending(
                How.valueOf(Body.text(read, "how")),
                Body.text(read, "reason"),
                Body.read(Body.write(read.get("criteria")), new TypeReference<>() {}));
    }

    /** Whether a person or a record ended it, rather than its use or its day. */
    boolean isByWhatWasRecorded() {
        return how == How.REVOKED || how == How.VOID;
    }

    String body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("how", how.name());
        body.put("reason", reason);
        body.put("criteria", criteria);
        return Body.write(body);
    }
}
